package dev.simpleftp.socket.server;

import dev.simpleftp.socket.channel.DataConnection;
import dev.simpleftp.socket.channel.DataConnector;
import dev.simpleftp.socket.tls.ControlTls;
import dev.simpleftp.socket.wire.DataRejected;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// How the data connection of one transfer comes about, and how it is protected.
///
/// @param connector makes the connection; closing it wakes whoever waits for that
/// @param protection TLS of the control connection, empty where data goes in clear
/// @param receives whether the client sends
record DataDoor(DataConnector connector, Optional<ControlTls> protection, boolean receives)
    implements Closeable {
  private static final Duration BEHIND_A_STRANGER = Duration.ofSeconds(2);

  /// The port that the client was told, or that it told us.
  int port() throws IOException {
    return connector.port();
  }

  /// Waits for the connection of this client, and takes up TLS where it wants that.
  ///
  /// Whoever must resume the TLS session and does not is closed, and the wait goes on for a moment:
  /// the client may stand behind a stranger who was quicker.
  ///
  /// @param taker connects
  /// @throws DataRejected 522 when TLS does not come about (RFC 4217 §10.2)
  DataConnection open(Surroundings surroundings, Taker taker) throws IOException {
    Duration patience = surroundings.limits().dataAccept();
    long deadline = System.nanoTime() + patience.toNanos();
    DataConnection taken = taker.take(patience);
    while (!protect(taken, taker, surroundings)) {
      taken.abort();
      taken = next(taker, Duration.ofNanos(deadline - System.nanoTime()));
    }
    connector.stopListening();
    return taken;
  }

  /// Connects once.
  DataConnection connect(Duration patience, Surroundings surroundings) throws IOException {
    return surroundings.connection(connector.connect(patience));
  }

  private static DataConnection next(Taker taker, Duration left) throws DataRejected {
    try {
      return taker.take(left.compareTo(BEHIND_A_STRANGER) < 0 ? left : BEHIND_A_STRANGER);
    } catch (IOException _) {
      throw new DataRejected(
          522, "The data connection must resume the TLS session of the control connection.");
    }
  }

  /// Takes up TLS, where the client wants that.
  ///
  /// @return whether it is this client's
  private boolean protect(DataConnection connection, Taker taker, Surroundings surroundings)
      throws IOException {
    if (protection.isEmpty()) {
      return true;
    }
    try {
      connection.secure(protection.get().accept(connection.socket(), receives));
      return true;
    } catch (IOException e) {
      if (taker.isGivenUp()) {
        throw e;
      }
      surroundings.events().tlsFailed(surroundings.peer(), e);
      if (e instanceof ControlTls.NotOurSession) {
        return false;
      }
      throw new DataRejected(522, "TLS on the data connection failed.");
    }
  }

  /// Who wants the connection.
  interface Taker {
    /// Makes a connection that can be cut from outside from then on.
    DataConnection take(Duration patience) throws IOException;

    /// Whether the transfer was ended from outside.
    boolean isGivenUp();
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
