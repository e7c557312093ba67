package dev.simpleftp.socket.classroom.client;

import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.BooleanSupplier;

/// A `put` under way.
final class ClassroomUpload implements Upload {
  private static final int BLOCK = 256 * 1024;

  private final ClassroomTransfer transfer;

  ClassroomUpload(ClassroomTransfer transfer) {
    this.transfer = transfer;
  }

  @Override
  public long transferFrom(ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
    long moved = 0;
    while (source.read(block.clear()) >= 0) {
      moved += block.flip().remaining();
      transfer.write(block);
      progress.moved(moved);
    }
    return moved;
  }

  @Override
  public boolean commit(BooleanSupplier stillWanted) throws IOException {
    if (!stillWanted.getAsBoolean()) {
      close();
      return false;
    }
    transfer.sent();
    return true;
  }

  @Override
  public void close() throws IOException {
    transfer.giveUp();
  }
}
