package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.wire.HostPort;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.ReplyCodec;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The other end of a control connection, spoken by hand.
final class FtpWire implements Closeable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket control = new Socket();
  private final ReplyCodec replies = new ReplyCodec(64 * 1024);

  FtpWire(InetSocketAddress server) throws IOException {
    this(server, new InetSocketAddress(0));
  }

  FtpWire(InetSocketAddress server, InetSocketAddress source) throws IOException {
    control.bind(source);
    control.connect(server, PATIENCE_MILLIS);
    control.setSoTimeout(PATIENCE_MILLIS);
  }

  Socket control() {
    return control;
  }

  FtpWire send(String line) throws IOException {
    return sendRaw((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  FtpWire sendRaw(byte[] bytes) throws IOException {
    control.getOutputStream().write(bytes);
    return this;
  }

  /// The next reply.
  Reply read() throws IOException {
    while (true) {
      Optional<Reply> reply = replies.add(readLine());
      if (reply.isPresent()) {
        return reply.get();
      }
    }
  }

  /// The next reply, which must have this code.
  Reply expect(int code) throws IOException {
    Reply reply = read();
    assertThat(reply.code()).as("reply <%s>", reply).isEqualTo(code);
    return reply;
  }

  /// Whether the server has closed the connection and sent nothing more.
  boolean isClosedByServer() throws IOException {
    return control.getInputStream().read() < 0;
  }

  /// EPSV and the connection to its port.
  Socket openData() throws IOException {
    return connectData(send("EPSV").expect(229));
  }

  /// The connection to the port of this 227 or 229.
  Socket connectData(Reply announced) throws IOException {
    var data = new Socket(control.getInetAddress(), portOf(announced));
    data.setSoTimeout(PATIENCE_MILLIS);
    return data;
  }

  /// The port that this 227 or 229 names.
  static int portOf(Reply announced) {
    return announced.code() == 227
        ? HostPort.find(announced.text()).orElseThrow().port()
        : HostPort.findExtended(announced.text()).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    control.close();
  }

  private String readLine() throws IOException {
    var line = new StringBuilder();
    for (int b = control.getInputStream().read(); b != '\n'; b = control.getInputStream().read()) {
      if (b < 0) {
        throw new IOException("The server closed the connection after <" + line + ">.");
      }
      line.append((char) b);
    }
    assertThat(line.toString()).endsWith("\r");
    line.setLength(line.length() - 1);
    return new String(
        line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
