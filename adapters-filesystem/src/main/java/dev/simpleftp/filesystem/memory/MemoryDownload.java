package dev.simpleftp.filesystem.memory;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.FileEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Reads a content that cannot change under the reader.
final class MemoryDownload implements Download {
  private final FileEntry entry;
  private final Deque<ByteBuffer> left;
  private volatile boolean open = true;

  MemoryDownload(FileEntry entry, Collection<ByteBuffer> left) {
    this.entry = entry;
    this.left = new ArrayDeque<>(left);
  }

  @Override
  public FileEntry entry() {
    return entry;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    ByteBuffer chunk = next();
    if (chunk == null) {
      return -1;
    }
    int count = Math.min(chunk.remaining(), target.remaining());
    target.put(target.position(), chunk, chunk.position(), count);
    target.position(target.position() + count);
    chunk.position(chunk.position() + count);
    return count;
  }

  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
    long moved = 0;
    for (ByteBuffer chunk = next(); chunk != null; chunk = next()) {
      moved += sink.write(chunk);
      progress.moved(moved);
    }
    return moved;
  }

  /// The chunk to read from, or null at the end.
  private @Nullable ByteBuffer next() throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    while (!left.isEmpty() && !left.getFirst().hasRemaining()) {
      left.removeFirst();
    }
    return left.peekFirst();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
