package dev.simpleftp.socket.channel;

import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.socket.tls.TlsChannel;
import dev.simpleftp.socket.wire.LineBuffer;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A control connection: bounded lines in, text out.
///
/// One thread reads and writes; any thread may [#close()] it. Usually it blocks; while a transfer
/// runs beside it, a server puts the socket into non-blocking mode and calls [#fill()] and
/// [#pollLine()].
public final class ControlChannel implements Closeable {
  private static final int INPUT_SIZE = 4096;
  private static final byte IAC = (byte) 255;

  private final SocketChannel socket;
  private final LineBuffer lines;
  private final ByteBuffer input = ByteBuffer.allocate(INPUT_SIZE).flip();
  private @Nullable TlsChannel tls;

  /// Takes over a connected socket.
  ///
  /// @param maxLine the most bytes of one line
  public ControlChannel(SocketChannel socket, int maxLine) throws IOException {
    this(socket, new LineBuffer(maxLine));
  }

  /// Takes over a connected socket.
  ///
  /// @param lines what cuts its bytes into lines
  public ControlChannel(SocketChannel socket, LineBuffer lines) throws IOException {
    this.socket = socket;
    this.lines = lines;
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    // Telnet Synch: the urgent byte before ABOR stays in its place in the stream (RFC 959 §4.1.3).
    socket.socket().setOOBInline(true);
  }

  public SocketChannel socket() {
    return socket;
  }

  /// Goes on under TLS.
  ///
  /// @throws IOException when bytes that came in clear are still waiting: whoever put them there
  ///   wants them to be taken for protected ones (R10)
  public void secure(TlsChannel protectedChannel) throws IOException {
    requireNoInput();
    tls = protectedChannel;
  }

  /// Makes sure that the other side has not said more than was taken.
  ///
  /// @throws IOException when it has
  public void requireNoInput() throws IOException {
    lines.endLine(input);
    if (input.hasRemaining() || lines.isInLine()) {
      throw new IOException("There was something in clear behind the command that starts TLS.");
    }
  }

  /// Whether more can be read although the socket has nothing.
  public boolean hasPending() {
    return tls != null && tls.hasPending();
  }

  public InetSocketAddress remote() throws IOException {
    return (InetSocketAddress) socket.getRemoteAddress();
  }

  public InetSocketAddress local() throws IOException {
    return (InetSocketAddress) socket.getLocalAddress();
  }

  /// Waits for a line.
  ///
  /// @return null when the other side has closed the connection
  /// @throws SocketTimeoutException when no whole line came for this long; trickled bytes gain
  ///   nothing
  public @Nullable Line readLine(Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    Line line = pollLine();
    while (line == null) {
      if (!await(Duration.ofNanos(deadline - System.nanoTime()))) {
        return null;
      }
      line = pollLine();
    }
    return line;
  }

  /// The next line of the bytes that are already here, or null.
  public @Nullable Line pollLine() {
    return lines.next(input);
  }

  /// Reads without waiting what has arrived; the socket must be in non-blocking mode and
  /// [#pollLine()] must have used up the input before.
  ///
  /// @return octets read, 0 when nothing is there, -1 when the other side has closed
  public int fill() throws IOException {
    input.clear();
    try {
      return tls == null ? socket.read(input) : tls.read(input);
    } finally {
      input.flip();
    }
  }

  /// Sends this text, 0xFF doubled as Telnet asks.
  public void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(escape(LosslessUtf8.encode(text)));
    if (tls != null) {
      tls.write(bytes);
    }
    while (bytes.hasRemaining()) {
      if (socket.write(bytes) == 0) {
        throw new IOException("The other side does not read its control connection.");
      }
    }
  }

  /// Lets the reader find the end, as if the other side had closed; writing goes on. By any thread.
  public void endInput() throws IOException {
    socket.shutdownInput();
  }

  /// Says under TLS that nothing more comes, as it should before [#close()].
  public void endOutput() throws IOException {
    if (tls != null) {
      tls.endOutput();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private boolean await(Duration timeout) throws IOException {
    if (!timeout.isPositive()) {
      throw new SocketTimeoutException("No whole line came in time.");
    }
    if (tls != null) {
      input.clear();
      try {
        return tls.read(input, timeout) > 0;
      } finally {
        input.flip();
      }
    }
    socket.socket().setSoTimeout(Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE));
    InputStream in = socket.socket().getInputStream();
    int n = in.read(input.array());
    input.clear().limit(Math.max(n, 0));
    return n > 0;
  }

  private static byte[] escape(byte[] bytes) {
    var result = new ByteArrayOutputStream(bytes.length);
    for (byte b : bytes) {
      result.write(b);
      if (b == IAC) {
        result.write(b);
      }
    }
    return result.toByteArray();
  }
}
