package dev.simpleftp.socket.classroom;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Talks as the client of the paper does: one send per command, one receive per answer.
final class ClassroomClient implements AutoCloseable {
  private static final int RECEIVE_AT_MOST = 1024;
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket control;

  ClassroomClient(int port) throws IOException {
    control = connect(port);
  }

  private static Socket connect(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  void send(String message) throws IOException {
    control.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
  }

  /// What one receive brings; `null` when the server has closed.
  String receive() throws IOException {
    byte[] bytes = new byte[RECEIVE_AT_MOST];
    int n = control.getInputStream().read(bytes);
    return n < 0 ? "(closed)" : new String(bytes, 0, n, StandardCharsets.UTF_8);
  }

  /// Reads `DATA_PORT n` and connects there.
  Socket dataConnection() throws IOException {
    String[] words = receive().split(" ", 2);
    if (!words[0].equals("DATA_PORT")) {
      throw new IOException("Expected DATA_PORT and got " + String.join(" ", words));
    }
    return connect(Integer.parseInt(words[1]));
  }

  String readAll(Socket data) throws IOException {
    try (data) {
      return new String(data.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  void upload(String name, String content) throws IOException {
    send("put " + name);
    try (Socket data = dataConnection()) {
      data.getOutputStream().write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    control.close();
  }
}
