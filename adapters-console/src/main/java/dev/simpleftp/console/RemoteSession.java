package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CloseSession;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.domain.Login;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The session that `open` opened, if there is one.
///
/// One thread uses it at a time: a command, or a completion while no command runs. Whoever holds
/// [#inUse] may; [#abandon()] alone comes from another thread.
final class RemoteSession {
  /// Held by the thread that uses the session.
  final ReentrantLock inUse = new ReentrantLock();

  private final Doors doors;
  private final CloseSession close;
  private final AtomicReference<@Nullable Session> session = new AtomicReference<>();

  RemoteSession(Doors doors, CloseSession close) {
    this.doors = doors;
    this.close = close;
  }

  boolean isOpen() {
    return session.get() != null;
  }

  Optional<Session> current() {
    return Optional.ofNullable(session.get());
  }

  Session required() throws CommandFailure {
    return current().orElseThrow(() -> new CommandFailure("Not connected: 'open HOST' connects."));
  }

  /// Connects and logs in. Whoever was interrupted meanwhile no longer wants the session.
  void open(Login login, OpenTarget target) throws IOException {
    Session opened = doors.of(target.scheme()).open(login, target.peer());
    if (Thread.currentThread().isInterrupted()) {
      close.close(opened);
      throw new InterruptedIOException("Interrupted.");
    }
    session.set(opened);
  }

  /// Ends the session politely; afterwards there is none, whatever the other side says.
  void close() throws IOException {
    Session ending = session.getAndSet(null);
    if (ending != null) {
      close.close(ending);
    }
  }

  /// Ends a session whose line broke, or whose last answer changes nothing any more.
  ///
  /// @return whether there was one
  boolean drop() {
    Session lost = session.getAndSet(null);
    if (lost != null) {
      closeQuietly(lost);
    }
    return lost != null;
  }

  /// Takes the session away from a command that does not come back: closing the store is the one
  /// thing another thread may do.
  void abandon() {
    Session lost = session.getAndSet(null);
    if (lost != null) {
      Thread.ofVirtual().name("abandon").start(() -> closeQuietly(lost));
    }
  }

  private void closeQuietly(Session lost) {
    try {
      close.close(lost);
    } catch (IOException _) {
      // the line is broken: nobody is left to say goodbye to
    }
  }
}
