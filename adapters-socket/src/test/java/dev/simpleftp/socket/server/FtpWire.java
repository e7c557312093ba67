package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.tls.TlsChannel;
import dev.simpleftp.socket.wire.HostPort;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.ReplyCodec;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/// The other end of a control connection, spoken by hand.
public final class FtpWire implements Closeable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final SocketChannel channel = SocketChannel.open();
  private final Socket control = channel.socket();
  private @Nullable TlsChannel tls;
  private final ReplyCodec replies = new ReplyCodec(64 * 1024);

  public FtpWire(InetSocketAddress server) throws IOException {
    this(server, new InetSocketAddress(0));
  }

  public FtpWire(InetSocketAddress server, InetSocketAddress source) throws IOException {
    control.bind(source);
    control.connect(server, PATIENCE_MILLIS);
    control.setSoTimeout(PATIENCE_MILLIS);
  }

  public Socket control() {
    return control;
  }

  public FtpWire send(String line) throws IOException {
    return sendRaw((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  public FtpWire sendRaw(byte[] bytes) throws IOException {
    if (tls != null) {
      tls.write(ByteBuffer.wrap(bytes));
    } else {
      control.getOutputStream().write(bytes);
    }
    return this;
  }

  /// Begins TLS as a client.
  public FtpWire secure(SSLEngine engine) throws IOException {
    tls = new TlsChannel(channel, engine);
    tls.handshake(Duration.ofMillis(PATIENCE_MILLIS));
    return this;
  }

  /// The connection under TLS.
  public TlsChannel tls() {
    return Objects.requireNonNull(tls);
  }

  /// The next reply.
  public Reply read() throws IOException {
    while (true) {
      Optional<Reply> reply = replies.add(readLine());
      if (reply.isPresent()) {
        return reply.get();
      }
    }
  }

  /// The next reply, which must have this code.
  public Reply expect(int code) throws IOException {
    Reply reply = read();
    assertThat(reply.code()).as("reply <%s>", reply).isEqualTo(code);
    return reply;
  }

  /// Whether the server has closed the connection and sent nothing more.
  public boolean isClosedByServer() throws IOException {
    return readByte() < 0;
  }

  private int readByte() throws IOException {
    if (tls == null) {
      return control.getInputStream().read();
    }
    ByteBuffer one = ByteBuffer.allocate(1);
    return tls.read(one, Duration.ofMillis(PATIENCE_MILLIS)) < 0 ? -1 : one.get(0) & 0xFF;
  }

  /// EPSV and the connection to its port.
  public Socket openData() throws IOException {
    return connectData(send("EPSV").expect(229));
  }

  /// The connection to the port of this 227 or 229.
  public Socket connectData(Reply announced) throws IOException {
    var data = new Socket(control.getInetAddress(), portOf(announced));
    data.setSoTimeout(PATIENCE_MILLIS);
    return data;
  }

  /// The port that this 227 or 229 names.
  public static int portOf(Reply announced) {
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
    for (int b = readByte(); b != '\n'; b = readByte()) {
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
