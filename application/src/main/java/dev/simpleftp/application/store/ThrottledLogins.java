package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;

/// Makes guessing passwords slow, and then impossible for a while.
///
/// The answer to a wrong password is held back: one second at first, twice as long each time, for
/// each pair of user name and network. Attempts made at once wait for each other's turn, and a ban
/// also meets those that are on their way; so nobody gains by many connections. Many wrong
/// passwords for one name ban this name from that network, wrong passwords for many names ban the
/// network. Nothing here depends on whether a name exists. A right password clears its own count.
public final class ThrottledLogins implements FileStores {
  private final FileStores inner;
  private final LoginAttempts attempts;
  private final Pace pace;

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
    refuseBanned(network, login.user());
    Access access;
    try {
      access = inner.open(login, peer);
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.LOGIN_DENIED) {
        pace.until(attempts.failed(network, login.user(), pace.now()));
        refuseBanned(network, login.user());
      }
      throw refused;
    }
    return admitted(access, network, login.user());
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
}
