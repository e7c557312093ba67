package dev.simpleftp.console;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.console.command.Scheme;
import dev.simpleftp.domain.Login;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The session that `open` opened, if there is one.
///
/// One thread uses it at a time: a command, or a completion while no command runs. Whoever holds
/// [#inUse] may; [#abandon()] alone comes from another thread. A copy may replace a broken session
/// by a new one: the login is kept until nobody wants it any more.
final class RemoteSession {
  /// Held by the thread that uses the session.
  final ReentrantLock inUse = new ReentrantLock();

  private final ConsoleCore.Remotes remotes;
  private final AtomicReference<@Nullable RemoteConnection> connection = new AtomicReference<>();

  RemoteSession(ConsoleCore.Remotes remotes) {
    this.remotes = remotes;
  }

  boolean isOpen() {
    return current().isPresent();
  }

  Optional<Session> current() {
    return Optional.ofNullable(connection.get()).flatMap(wanted -> wanted.endpoint().current());
  }

  Session required() throws CommandFailure {
    return current().orElseThrow(RemoteSession::notConnected);
  }

  /// The side that a copy uses.
  Endpoint endpoint() throws CommandFailure {
    return connection().endpoint();
  }

  /// A connection of its own for something that runs beside this one.
  RemoteConnection another() throws CommandFailure {
    return connection().another(remotes);
  }

  private RemoteConnection connection() throws CommandFailure {
    return Optional.ofNullable(connection.get()).orElseThrow(RemoteSession::notConnected);
  }

  /// How to open another session with at least the same protection.
  Scheme scheme() throws CommandFailure {
    Scheme opened = connection().target().scheme();
    if (opened.isProtected()) {
      return opened;
    }
    var facts = required().store().capability(Capability.Facts.class);
    return facts.isPresent() && facts.get().isProtected() ? Scheme.FTPES : Scheme.FTP;
  }

  private static CommandFailure notConnected() {
    return new CommandFailure(ExitCode.CONNECTION, "Not connected: 'open HOST' connects.");
  }

  /// Connects and logs in.
  ///
  /// @param login wiped when the session is no longer wanted
  void open(Login login, OpenTarget target) throws IOException {
    connection.set(RemoteConnection.open(remotes, login, target));
  }

  /// Ends the session politely; afterwards there is none, whatever the other side says.
  void close() throws IOException {
    RemoteConnection ending = connection.getAndSet(null);
    if (ending != null) {
      ending.close();
    }
  }

  /// Ends a session whose line broke, or whose last answer changes nothing any more.
  ///
  /// @return whether there was one
  boolean drop() {
    RemoteConnection lost = connection.getAndSet(null);
    if (lost != null) {
      lost.drop();
    }
    return lost != null;
  }

  /// The same, but only if a copy has lost the session and could not open another.
  boolean dropIfLost() {
    return current().isEmpty() && drop();
  }

  /// Takes the session away from a command that does not come back: closing the store is the one
  /// thing another thread may do.
  void abandon() {
    RemoteConnection lost = connection.getAndSet(null);
    if (lost != null) {
      Thread.ofPlatform().daemon().name("abandon").start(lost::drop);
    }
  }
}
