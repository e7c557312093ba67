package dev.simpleftp.socket.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// The client's end of data connections in active mode: sends nothing and reads to the end,
/// whichever way a transfer goes.
public final class DataPeer implements Closeable {
  private final ServerSocket listener;

  private DataPeer(ServerSocket listener) {
    this.listener = listener;
  }

  public static DataPeer start() throws IOException {
    var peer = new DataPeer(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
    Thread.ofVirtual().start(peer::serve);
    return peer;
  }

  /// The PORT command that names this end.
  public String portCommand() {
    int port = listener.getLocalPort();
    return "PORT 127,0,0,1," + port / 256 + "," + port % 256;
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket data = listener.accept()) {
        data.shutdownOutput();
        data.getInputStream().readAllBytes();
      } catch (IOException _) {
        // A transfer was cut, or the test is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
