package dev.simpleftp.socket.server;

import dev.simpleftp.socket.channel.DataConnection;
import dev.simpleftp.socket.channel.DataConnector;
import dev.simpleftp.socket.tls.ControlTls;
import dev.simpleftp.socket.wire.DataRejected;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// How the data connection of one transfer comes about, and how it is protected.
///
/// @param connector makes the connection; closing it wakes whoever waits for that
/// @param protection TLS of the control connection, empty where data goes in clear
/// @param receives whether the client sends
record DataDoor(DataConnector connector, Optional<ControlTls> protection, boolean receives)
    implements Closeable {

  /// The port that the client was told, or that it told us.
  int port() throws IOException {
    return connector.port();
  }

  /// Waits for the connection.
  DataConnection connect(Surroundings surroundings) throws IOException {
    return surroundings.connection(connector.connect(surroundings.limits().dataAccept()));
  }

  /// Takes up TLS on it, where the client wants that.
  ///
  /// @throws DataRejected 522 when it does not come about (RFC 4217 §10.2)
  void protect(DataConnection connection, Surroundings surroundings) throws DataRejected {
    if (protection.isEmpty()) {
      return;
    }
    try {
      connection.secure(protection.get().accept(connection.socket(), receives));
    } catch (ControlTls.NotOurSession e) {
      surroundings.events().tlsFailed(surroundings.peer(), e);
      throw new DataRejected(
          522, "The data connection must resume the TLS session of the control connection.");
    } catch (IOException e) {
      surroundings.events().tlsFailed(surroundings.peer(), e);
      throw new DataRejected(522, "TLS on the data connection failed.");
    }
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
