package dev.simpleftp.filesystem.directory;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.filesystem.transfer.Buffers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Reads a file up to the size it had when it was opened.
final class FileDownload implements Download {
  /// Between two steps the progress is told; smaller ones cost speed.
  private static final long STEP = 4L * 1024 * 1024;

  private static final int BLOCK = 64 * 1024;

  /// A sink that takes nothing is asked again, but not in a hot loop.
  private static final long PAUSE_NANOS = 100_000;

  private final DirectoryFileStore session;
  private final FilePath path;
  private final FileEntry entry;
  private final FileChannel file;
  private final Buffers buffers;
  private final long end;
  private long position;

  FileDownload(DirectoryFileStore session, FilePath path, OpenFile file, long offset) {
    this.session = session;
    this.path = path;
    this.entry = file.entry();
    this.file = file.channel();
    this.buffers = session.tree().buffers();
    this.end = entry.size();
    this.position = offset;
  }

  @Override
  public FileEntry entry() {
    return entry;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (position >= end) {
      requireUnchanged();
      return -1;
    }
    int limit = target.limit();
    target.limit((int) Math.min(limit, target.position() + (end - position)));
    try {
      int count = readFile(target);
      position += Math.max(0, count);
      return count;
    } finally {
      target.limit(limit);
    }
  }

  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
    return sink instanceof SocketChannel socket
        ? toSocket(socket, progress)
        : copy(sink, progress, Buffers.BIG, Long.MAX_VALUE);
  }

  /// Sends without a copy through this process while the socket takes bytes.
  ///
  /// `sendfile` holds the carrier of a virtual thread while it waits, a write parks it. So when the
  /// socket is full (0 octets sent) an ordinary write waits for it. On a virtual thread a write
  /// also goes first: it makes the JDK switch the socket to waiting without a carrier.
  private long toSocket(SocketChannel sink, ProgressListener progress) throws IOException {
    long start = position;
    boolean full = Thread.currentThread().isVirtual();
    while (position < end) {
      long moved =
          full
              ? copy(sink, ProgressListener.NONE, BLOCK, BLOCK)
              : file.transferTo(position, Math.min(STEP, end - position), sink);
      if (moved == 0 && full) {
        break;
      }
      position += full ? 0 : moved;
      full = !full && moved == 0;
      progress.moved(position - start);
    }
    if (position >= end) {
      requireUnchanged();
    }
    return position - start;
  }

  /// Copies through a buffer.
  ///
  /// @param block octets in one step
  /// @param most octets in all
  /// @return octets copied; 0 at the end
  private long copy(WritableByteChannel sink, ProgressListener progress, int block, long most)
      throws IOException {
    ByteBuffer buffer = buffers.take();
    try {
      long moved = 0;
      while (moved < most) {
        buffer.clear().limit(Math.min(block, buffer.capacity()));
        if (read(buffer) < 0) {
          break;
        }
        moved += drain(buffer.flip(), sink);
        progress.moved(moved);
      }
      return moved;
    } finally {
      buffers.give(buffer);
    }
  }

  private static int drain(ByteBuffer buffer, WritableByteChannel sink) throws IOException {
    int count = buffer.remaining();
    while (buffer.hasRemaining()) {
      if (sink.write(buffer) == 0) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    return count;
  }

  /// Makes sure that what was read is one content: nobody wrote into the file meanwhile.
  ///
  /// Whoever replaces or removes the name leaves the open file alone, and what is only appended
  /// stands behind the end. A change within one tick of the file system's clock goes unseen.
  private void requireUnchanged() throws StoreFailure {
    Optional<Stat> now = lookAgain();
    if (now.isPresent()
        && !entry.unique().isEmpty()
        && now.get().unique().equals(entry.unique())
        && now.get().size() <= entry.size()
        && !now.get().modified().equals(entry.modified())) {
      throw new StoreFailure("The file was changed while it was read.");
    }
  }

  /// What stands under the name now; a file without size is made up while it is read.
  private Optional<Stat> lookAgain() {
    try {
      return end == 0 ? Optional.empty() : Optional.of(session.tree().jail().stat(path));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// What fails here is the store, not the line.
  private int readFile(ByteBuffer target) throws IOException {
    try {
      return file.read(target, position);
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      throw new StoreFailure("The file could not be read.", e);
    }
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    session.transfers().remove(this);
    file.close();
  }
}
