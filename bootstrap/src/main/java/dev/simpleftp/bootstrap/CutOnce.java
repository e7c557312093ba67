package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.store.ForwardingFileStore;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/// A fault on demand: the first download of a big file loses its connection in the middle.
final class CutOnce {
  private static final long BIG = 1024 * 1024;

  private final AtomicBoolean done = new AtomicBoolean();

  FileStore around(FileStore store) {
    return new CuttingFileStore(store);
  }

  /// Breaks off one download of all.
  private final class CuttingFileStore extends ForwardingFileStore {
    CuttingFileStore(FileStore inner) {
      super(inner);
    }

    @Override
    public Download download(FilePath path, long offset) throws IOException {
      Download download = super.download(path, offset);
      long left = download.entry().size() - offset;
      return left >= BIG && !done.getAndSet(true) ? new CutDownload(download, left / 2) : download;
    }
  }

  /// Half a download. To whoever sends it, it looks as if the line had broken.
  private static final class CutDownload implements Download {
    private final Download inner;
    private long left;

    CutDownload(Download inner, long left) {
      this.inner = inner;
      this.left = left;
    }

    @Override
    public FileEntry entry() {
      return inner.entry();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (left <= 0) {
        throw new IOException("The practice server cuts this transfer on purpose.");
      }
      int n = inner.read(target);
      left -= n;
      return n;
    }

    @Override
    public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
      ByteBuffer block = ByteBuffer.allocate(64 * 1024);
      long moved = 0;
      while (read(block.clear()) >= 0) {
        block.flip();
        while (block.hasRemaining()) {
          moved += sink.write(block);
        }
        progress.moved(moved);
      }
      return moved;
    }

    @Override
    public boolean isOpen() {
      return inner.isOpen();
    }

    @Override
    public void close() throws IOException {
      inner.close();
    }
  }
}
