package dev.simpleftp.socket.channel;

import dev.simpleftp.socket.tls.TlsChannel;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A connected data connection, watched while it moves bytes.
///
/// One thread moves the bytes; any thread may [#abort()].
public final class DataConnection implements Closeable, DataStream {
  private static final Duration FAREWELL = Duration.ofSeconds(2);
  private static final int LAST_WORDS = 512;

  private final SocketChannel socket;
  private final Watchdog.Watch watch;
  private final long least;
  private final long openedAt = System.nanoTime();
  private volatile long movedAt = openedAt;
  private volatile long moved;
  private long movedAtTouch;
  private volatile @Nullable TlsChannel tls;
  private volatile boolean leaving;

  /// Takes over a connected socket.
  ///
  /// @param stall closed when too little moved for this long
  /// @param leastRate octets per second, on the average of such a time, that are not too little; 0
  ///   is content with any
  public DataConnection(SocketChannel socket, Watchdog watchdog, Duration stall, long leastRate)
      throws IOException {
    this.socket = socket;
    this.least = Math.max(1, Math.round(leastRate * (stall.toNanos() / 1e9)));
    this.watch = watchdog.watch(this::cut, stall);
    // An empty write from a virtual thread puts the descriptor into non-blocking mode. After that
    // sendfile comes back from a full socket instead of holding its carrier thread.
    try {
      socket.write(ByteBuffer.allocate(0));
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// The connected socket.
  public SocketChannel socket() {
    return socket;
  }

  /// Moves everything under TLS from now on.
  public void secure(TlsChannel protectedChannel) {
    tls = protectedChannel;
  }

  /// In clear it is the bare socket: a wrapper would lose sendfile.
  @Override
  public WritableByteChannel sink() {
    return channel();
  }

  @Override
  public ReadableByteChannel source() {
    return channel();
  }

  private ByteChannel channel() {
    TlsChannel secured = tls;
    return secured == null ? socket : secured;
  }

  @Override
  public void moved(long transferred) {
    moved = transferred;
    movedAt = System.nanoTime();
    // Octets one by one do not count as moving, unless enough of them come together in time (F14).
    if (transferred - movedAtTouch >= least) {
      movedAtTouch = transferred;
      watch.touch();
    }
  }

  @Override
  public void waits() {
    watch.touch();
  }

  /// Octets moved so far.
  public long moved() {
    return moved;
  }

  /// How long bytes have been moving, from the beginning to the last one.
  public Duration busy() {
    return Duration.ofNanos(movedAt - openedAt);
  }

  /// How long ago the last byte moved.
  public Duration quiet() {
    return Duration.ofNanos(System.nanoTime() - movedAt);
  }

  /// Whether it was closed because too little moved for too long.
  public boolean stalled() {
    return watch.expired();
  }

  /// Cuts the connection so that the other side cannot take what came for the whole file: a reset,
  /// not an end of data. After [#close()] it is too late for that.
  public void abort() throws IOException {
    if (leaving) {
      return;
    }
    try {
      if (socket.isOpen()) {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (ClosedChannelException _) {
      // Somebody else was quicker.
    } finally {
      release();
    }
  }

  private void cut() throws IOException {
    if (leaving) {
      release();
    } else {
      abort();
    }
  }

  /// The ordinary end: all was sent, or all has come. Under TLS the socket stays open for the
  /// answer to that, or for a moment.
  @Override
  public void close() throws IOException {
    boolean waits = false;
    try {
      TlsChannel secured = tls;
      if (secured != null && socket.isOpen()) {
        secured.endOutput();
        socket.shutdownOutput();
        leaving = true;
        Thread.ofVirtual().name("simpleftp-farewell").start(this::awaitFarewell);
        waits = true;
      }
    } finally {
      if (!waits) {
        release();
      }
    }
  }

  /// Waits a moment for the close_notify with which the other side answers: unread it would make
  /// the system reset the connection, and the other side may lose the end of what it was sent.
  private void awaitFarewell() {
    long deadline = System.nanoTime() + FAREWELL.toNanos();
    try (socket) {
      InputStream in = socket.socket().getInputStream();
      byte[] last = new byte[LAST_WORDS];
      int n = 0;
      while (n >= 0 && deadline - System.nanoTime() > 0) {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        socket.socket().setSoTimeout((int) Math.max(1, left));
        n = in.read(last);
      }
    } catch (IOException _) {
      // It is gone, or takes too long.
    } finally {
      watch.close();
    }
  }

  /// Closes the socket, whatever is under way.
  void release() throws IOException {
    watch.close();
    socket.close();
  }
}
