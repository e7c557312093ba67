package dev.simpleftp.filesystem.transfer;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Direct buffers for copying, kept and used again.
///
/// While few are in use they are big. Beyond that they are small, so that a thousand slow transfers
/// do not use up the memory of a small process.
public final class Buffers {
  /// The size that moves bytes fastest between sockets and files.
  public static final int BIG = 256 * 1024;

  private static final int SMALL = 16 * 1024;
  private static final int KEPT = 32;

  private final BlockingQueue<ByteBuffer> idle = new ArrayBlockingQueue<>(KEPT);
  private final AtomicInteger bigInUse = new AtomicInteger();
  private final int bigLimit;

  /// Lets big buffers take up to a quarter of what the process may use.
  public Buffers() {
    this(Math.clamp(Runtime.getRuntime().maxMemory() / 4 / BIG, 8, 4_096));
  }

  Buffers(int bigLimit) {
    this.bigLimit = bigLimit;
  }

  /// An empty buffer; to be given back.
  public ByteBuffer take() {
    if (bigInUse.incrementAndGet() > bigLimit) {
      bigInUse.decrementAndGet();
      return ByteBuffer.allocateDirect(SMALL);
    }
    ByteBuffer buffer = idle.poll();
    return buffer == null ? ByteBuffer.allocateDirect(BIG) : buffer.clear();
  }

  /// Takes a buffer back that nobody uses any more.
  public void give(ByteBuffer buffer) {
    if (buffer.capacity() == BIG) {
      idle.offer(buffer);
      bigInUse.decrementAndGet();
    }
  }
}
