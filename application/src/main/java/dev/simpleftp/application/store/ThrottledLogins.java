package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Makes guessing passwords slow, and then impossible for a while.
///
/// The answer to a wrong password is held back: one second at first, twice as long each time, for
/// each pair of user name and network. Attempts made at once wait for each other's turn, and a ban
/// also meets those that are on their way; so nobody gains by many connections. Many wrong
/// passwords for one name ban this name from that network, wrong passwords for many names ban the
/// network. Nothing here depends on whether a name exists. A right password clears its own count.
public final class ThrottledLogins implements FileStores {
  /// A check is expensive on purpose: whoever guesses on many connections would keep all others
  /// waiting for theirs.
  private static final int CHECKS_AT_ONCE = 4;

  private final FileStores inner;
  private final LoginAttempts attempts;
  private final Pace pace;
  private final Shares<Network, Semaphore> checks = new Shares<>();

  public ThrottledLogins(FileStores inner, LoginRules rules) {
    this(inner, rules, Pace.REAL);
  }

  ThrottledLogins(FileStores inner, LoginRules rules, Pace pace) {
    this.inner = inner;
    this.attempts = new LoginAttempts(rules);
    this.pace = pace;
  }

  /// Lets this login in.
  ///
  /// @throws Refused LOGIN_DENIED, or BANNED without a look at the password
  @Override
  public Access open(Login login, Peer peer) throws IOException {
    Network network = Network.of(peer.host());
    Answer answer = check(login, peer, network);
    if (answer.access().isPresent()) {
      return admitted(answer.access().get(), network, login.user());
    }
    pace.until(answer.turn());
    refuseBanned(network, login.user());
    throw new Refused(Refusal.LOGIN_DENIED);
  }

  /// Asks the source, for a few of each network at a time; whoever is banned meanwhile is not asked
  /// for any more.
  private Answer check(Login login, Peer peer, Network network) throws IOException {
    refuseBanned(network, login.user());
    try (var part = checks.join(network, () -> new Semaphore(CHECKS_AT_ONCE, true))) {
      part.value().acquire();
      try {
        refuseBanned(network, login.user());
        return ask(login, peer, network);
      } finally {
        part.value().release();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting.");
    }
  }

  private Answer ask(Login login, Peer peer, Network network) throws IOException {
    try {
      return new Answer(Optional.of(inner.open(login, peer)), pace.now());
    } catch (Refused refused) {
      if (refused.refusal() != Refusal.LOGIN_DENIED) {
        throw refused;
      }
      return new Answer(Optional.empty(), attempts.failed(network, login.user(), pace.now()));
    }
  }

  /// A right guess among wrong ones has to wait for its turn like them.
  private Access admitted(Access access, Network network, String user) throws IOException {
    try {
      pace.until(attempts.nextTurn(network, user, pace.now()));
      refuseBanned(network, user);
    } catch (IOException e) {
      access.store().close();
      throw e;
    }
    attempts.succeeded(network, user);
    return access;
  }

  int remembered() {
    return attempts.size();
  }

  private void refuseBanned(Network network, String user) throws Refused {
    if (attempts.isBanned(network, user, pace.now())) {
      throw new Refused(Refusal.BANNED);
    }
  }

  /// What the source said.
  ///
  /// @param access empty for a wrong password
  /// @param turn when that may be told
  private record Answer(Optional<Access> access, long turn) {}
}
