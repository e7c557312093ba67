package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.store.StoreFaults.Operation;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.BooleanSupplier;

/// An upload that breaks off, or drops the end of what it is given and says nothing.
final class FaultyUpload implements Upload {
  private final Upload inner;
  private final StoreFaults faults;
  private final FilePath path;

  FaultyUpload(Upload inner, StoreFaults faults, FilePath path) {
    this.inner = inner;
    this.faults = faults;
    this.path = path;
  }

  @Override
  public long transferFrom(ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    return inner.transferFrom(new Reaching(source), progress);
  }

  @Override
  public boolean commit(BooleanSupplier stillWanted) throws IOException {
    faults.ask(Operation.COMMIT, path);
    return inner.commit(stillWanted);
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }

  /// What comes, up to where it goes wrong.
  private final class Reaching implements ReadableByteChannel {
    private final ReadableByteChannel source;
    private long moved;

    Reaching(ReadableByteChannel source) {
      this.source = source;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      long left = faults.reach() - moved;
      if (left <= 0) {
        faults.ask(Operation.WRITE, path);
        if (faults.isLying()) {
          return drop();
        }
        left = Long.MAX_VALUE;
      }
      int limit = target.limit();
      target.limit((int) Math.min(limit, target.position() + Math.min(left, limit)));
      try {
        int count = source.read(target);
        moved += Math.max(0, count);
        return count;
      } finally {
        target.limit(limit);
      }
    }

    /// Reads to the end and keeps nothing.
    private int drop() throws IOException {
      ByteBuffer block = ByteBuffer.allocate(4096);
      int count = 0;
      while (count >= 0) {
        count = source.read(block.clear());
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return source.isOpen();
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
