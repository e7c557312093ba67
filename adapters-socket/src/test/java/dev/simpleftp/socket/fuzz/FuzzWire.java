package dev.simpleftp.socket.fuzz;

import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.socket.wire.Reply;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;

/// A control connection as a client has it.
final class FuzzWire implements Closeable {
  /// Nothing here takes that long; whoever waits so long waits in vain.
  static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket = new Socket();
  private final StrictReplies replies;

  FuzzWire(InetSocketAddress server, FuzzEvents events) throws IOException {
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    events.expect(socket.getLocalPort());
    socket.connect(server, PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    replies = new StrictReplies(new BufferedInputStream(socket.getInputStream()));
  }

  int port() {
    return socket.getLocalPort();
  }

  /// Sends these lines together, cut in two at this place; 0xFF is doubled as Telnet asks.
  void send(List<String> lines, int cut) throws IOException {
    String text = String.join("\r\n", lines).replace("\uDCFF", "\uDCFF\uDCFF");
    byte[] bytes = LosslessUtf8.encode(text + "\r\n");
    int first = Math.min(cut, bytes.length);
    socket.getOutputStream().write(bytes, 0, first);
    socket.getOutputStream().write(bytes, first, bytes.length - first);
  }

  Reply read() throws IOException {
    try {
      return replies
          .next()
          .orElseThrow(() -> new AssertionError("The server closed where a reply was due."));
    } catch (SocketTimeoutException e) {
      throw new AssertionError("A reply is missing.", e);
    }
  }

  /// Fails unless the server says nothing more and closes.
  void expectEnd() throws IOException {
    replies
        .next()
        .ifPresent(reply -> {
          throw new AssertionError("One reply too many: " + reply);
        });
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
