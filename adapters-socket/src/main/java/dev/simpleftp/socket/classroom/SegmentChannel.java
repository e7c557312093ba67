package dev.simpleftp.socket.classroom;

import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.socket.channel.Route;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A connection without lines: what arrives at once is one message.
///
/// One thread reads and writes; any thread may [#close()] it.
public final class SegmentChannel implements Closeable {
  private static final int LONGEST = 4096;

  private final SocketChannel socket;
  private final ByteBuffer early = ByteBuffer.allocate(LONGEST);

  /// Takes over a connected socket.
  public SegmentChannel(SocketChannel socket) throws IOException {
    this.socket = socket;
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
  }

  /// Between whom it runs.
  Route route() throws IOException {
    return Route.direct(socket);
  }

  /// Waits for a message.
  ///
  /// @return null when the other side has closed the connection
  /// @throws java.net.SocketTimeoutException when none came for this long
  public @Nullable String receive(Duration patience) throws IOException {
    if (early.position() > 0) {
      return takeEarly();
    }
    byte[] bytes = new byte[LONGEST];
    socket.socket().setSoTimeout(Math.toIntExact(Math.max(1, patience.toMillis())));
    InputStream in = socket.socket().getInputStream();
    int n = in.read(bytes);
    return n < 0 ? null : LosslessUtf8.decode(bytes, 0, n);
  }

  /// Sends a message.
  public void say(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(LosslessUtf8.encode(text));
    while (bytes.hasRemaining()) {
      socket.write(bytes);
    }
  }

  /// Whether the other side has closed the connection; what it said before is kept.
  boolean isGone() throws IOException {
    socket.configureBlocking(false);
    try {
      int n = 1;
      while (n > 0 && early.hasRemaining()) {
        n = socket.read(early);
      }
      return n < 0;
    } finally {
      socket.configureBlocking(true);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String takeEarly() {
    String text = LosslessUtf8.decode(early.array(), 0, early.position());
    early.clear();
    return text;
  }
}
