package dev.simpleftp.socket.classroom.client;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.FileEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// A `get` under way.
final class ClassroomDownload implements Download {
  private static final int BLOCK = 256 * 1024;

  private final FileEntry entry;
  private final ClassroomTransfer transfer;
  private boolean complete;

  ClassroomDownload(FileEntry entry, ClassroomTransfer transfer) {
    this.entry = entry;
    this.transfer = transfer;
  }

  @Override
  public FileEntry entry() {
    return entry;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (complete) {
      return -1;
    }
    int n = transfer.read(target);
    if (n < 0) {
      transfer.received("FILE(S) RECEIVED");
      complete = true;
    }
    return n;
  }

  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
    ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
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
    return !transfer.isOver();
  }

  @Override
  public void close() throws IOException {
    transfer.giveUp();
  }
}
