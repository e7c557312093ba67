package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FileEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// What is read from a shelf, perhaps not to its end.
final class ShelfDownload implements Download {
  private final ShelfFileStore shelf;
  private final FileEntry entry;
  private final ByteBuffer left;
  private final boolean cut;

  ShelfDownload(ShelfFileStore shelf, FileEntry entry, ByteBuffer left) {
    this.shelf = shelf;
    this.entry = entry;
    this.left = left;
    this.cut = left.limit() < left.capacity();
  }

  @Override
  public FileEntry entry() {
    return entry;
  }

  @Override
  public boolean isSizePromised() {
    return shelf.promises;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!left.hasRemaining()) {
      if (cut && !shelf.lies) {
        throw ConnectionFailed.ofSession("The line is cut.");
      }
      return -1;
    }
    int count = Math.min(left.remaining(), target.remaining());
    target.put(left.slice(left.position(), count));
    left.position(left.position() + count);
    return count;
  }

  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
