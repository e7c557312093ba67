package dev.simpleftp.application.session;

import dev.simpleftp.domain.FilePath;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A place that a session can be opened to again: one side of a copy.
///
/// One thread uses it; [#drop()] alone may come from another. A copy whose session is lost goes on
/// with a new one, in the directory of the old; copies that run at the same time have an endpoint
/// each ([#another()]).
public final class Endpoint implements Closeable {
  private final String address;
  private final Opener opener;
  private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
  private @Nullable FilePath directory;

  /// Makes one that is not connected yet.
  ///
  /// @param address where it leads and as whom, such as `ftp://me@host:21`; the same for the same
  ///   tree, today and tomorrow
  public Endpoint(String address, Opener opener) {
    this.address = address;
    this.opener = opener;
  }

  /// How sessions of an endpoint begin and end.
  public interface Opener {
    /// Opens one.
    ///
    /// @throws dev.simpleftp.domain.Refused LOGIN_DENIED, BANNED
    Session open() throws IOException;

    /// Ends one, politely where that is still possible.
    void close(Session session) throws IOException;
  }

  public String address() {
    return address;
  }

  /// The session, opened now if there is none. Whoever was interrupted meanwhile no longer wants
  /// it.
  public Session session() throws IOException {
    Session open = session.get();
    if (open == null) {
      open = opener.open();
      session.set(open);
      if (Thread.currentThread().isInterrupted()) {
        drop();
        throw new InterruptedIOException("Interrupted.");
      }
      if (directory != null) {
        open.enter(directory);
      }
    }
    return open;
  }

  /// The session, if one is open.
  public Optional<Session> current() {
    return Optional.ofNullable(session.get());
  }

  /// Forgets a session whose line broke; the next one begins in the directory of this one.
  ///
  /// @return whether there was one
  public boolean drop() {
    Session lost = session.getAndSet(null);
    if (lost == null) {
      return false;
    }
    directory = lost.workingDirectory();
    try {
      opener.close(lost);
    } catch (IOException _) {
      // The line is broken: nobody is left to say goodbye to.
    }
    return true;
  }

  /// An endpoint of its own to the same place.
  public Endpoint another() {
    return new Endpoint(address, opener);
  }

  /// Ends the session, if one is open.
  @Override
  public void close() throws IOException {
    Session ending = session.getAndSet(null);
    if (ending != null) {
      directory = ending.workingDirectory();
      opener.close(ending);
    }
  }
}
