package dev.simpleftp.socket.fuzz;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// The client's ends of data connections in played recordings: each sends the same few octets, ends
/// its output and reads to the end, whichever way the transfer goes.
final class DataPeers implements Closeable {
  /// The only content that uploads bring. Without line ends: TYPE does not change it.
  static final String PAYLOAD = "<sent by the client of a played session, 64 octets, unchanged!!>";

  private static final int PATIENCE_MILLIS = 10_000;

  private final InetAddress local = InetAddress.ofLiteral("127.0.0.1");
  private final ServerSocket listener = new ServerSocket(0, 64, local);

  DataPeers() throws IOException {
    Thread.ofVirtual().name("fuzz-data").start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread.ofVirtual().name("fuzz-data").start(() -> serve(socket));
      } catch (IOException _) {
        // The next one, unless the test is over.
      }
    }
  }

  /// Connects to a port that the server named.
  void connect(int port) {
    Thread.ofVirtual()
        .name("fuzz-data")
        .start(() -> {
          try {
            serve(new Socket(local, port));
          } catch (IOException _) {
            // The server does not want it any more.
          }
        });
  }

  private static void serve(Socket socket) {
    try (socket) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(PAYLOAD.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    } catch (IOException _) {
      // The transfer was cut.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
