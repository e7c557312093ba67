package dev.simpleftp.filesystem.memory;

import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.transfer.Writers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Gathers a content aside and swaps it in at the commit.
final class MemoryUpload implements Upload {
  private static final int CHUNK = 256 * 1024;

  private final MemoryFileStore session;
  private final MemoryTree tree;
  private final Place place;

  private final List<ByteBuffer> chunks;
  private long size;
  private boolean closed;

  MemoryUpload(MemoryFileStore session, Place place, Content start) {
    this.session = session;
    this.tree = session.tree();
    this.place = place;

    this.chunks = new ArrayList<>(start.chunks());
    this.size = start.size();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    long moved = 0;
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    while (source.read(chunk) >= 0) {
      // Told after every read: a slow sender is not one that stands still.
      progress.moved(moved + chunk.position());
      if (!chunk.hasRemaining()) {
        moved += keep(chunk);
        chunk = ByteBuffer.allocate(CHUNK);
      }
    }
    moved += keep(chunk);
    progress.moved(moved);
    return moved;
  }

  /// Keeps what the chunk holds, in an array that is no longer than that.
  private synchronized int keep(ByteBuffer chunk) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    int count = chunk.position();
    if (count > 0) {
      tree.capacity().take(count);
      size += count;
      chunk.flip();
      chunks.add(count == CHUNK ? chunk : ByteBuffer.allocate(count).put(chunk).flip());
    }
    return count;
  }

  @Override
  public boolean commit(BooleanSupplier stillWanted) throws IOException {
    boolean wanted = stillWanted.getAsBoolean();
    if (wanted) {
      putInPlace();
    }
    close();
    return wanted;
  }

  private synchronized void putInPlace() throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    tree.put(place, new Content(chunks, size));
    size = 0;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      tree.capacity().free(size);
      chunks.clear();
      tree.writers().release(place.lease());
      session.transfers().remove(this);
    }
  }

  /// Where the content goes.
  ///
  /// @param parent keeps its identity whatever it is renamed to
  /// @param lease the right to write the name
  /// @param mode whether something may be replaced there
  record Place(Node.Directory parent, Writers.Lease lease, WriteMode mode) {}
}
