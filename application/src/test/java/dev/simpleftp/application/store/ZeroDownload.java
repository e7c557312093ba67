package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;

/// A file of zeros, sent in one piece.
final class ZeroDownload implements Download {
  private final ByteBuffer content;

  ZeroDownload(int size) {
    this.content = ByteBuffer.allocate(size);
  }

  @Override
  public FileEntry entry() {
    return FileEntry.file(new FileName("zero"), content.capacity(), Instant.EPOCH);
  }

  @Override
  public int read(ByteBuffer target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
    while (content.hasRemaining()) {
      sink.write(content);
    }
    return content.position();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
