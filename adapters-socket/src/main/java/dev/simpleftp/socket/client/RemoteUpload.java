package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.BooleanSupplier;

/// A STOR or APPE under way. Closing the data connection is what commits it, so that is done in
/// [#commit] alone; everything else resets it.
final class RemoteUpload implements Upload {
  private final FtpConnection connection;
  private final DataTransfer transfer;
  private final Placement placement;

  RemoteUpload(FtpConnection connection, DataTransfer transfer, Placement placement) {
    this.connection = connection;
    this.transfer = transfer;
    this.placement = placement;
  }

  @Override
  public long transferFrom(ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    ProgressListener watched =
        moved -> {
          transfer.moved();
          progress.moved(moved);
        };
    // On a platform thread sendfile comes back only after megabytes, which on a slow line looks
    // like
    // a stall; there the copy is the better way.
    boolean direct = Thread.currentThread().isVirtual();
    return direct && source instanceof Download download
        ? send(download, watched)
        : copy(source, watched);
  }

  @Override
  public boolean commit(BooleanSupplier stillWanted) throws IOException {
    if (!placement.isLate() && !stillWanted.getAsBoolean()) {
      close();
      return false;
    }
    transfer.finish(connection.limits().commit());
    if (placement.isLate() && !stillWanted.getAsBoolean()) {
      placement.discard();
      return false;
    }
    placement.place();
    return true;
  }

  @Override
  public void close() throws IOException {
    if (!transfer.isOver()) {
      transfer.giveUp();
      placement.discard();
    }
  }

  /// The download moves itself, on a directory without a copy through this process.
  private long send(Download download, ProgressListener progress) throws IOException {
    try {
      return download.transferTo(transfer.channel(), progress);
    } catch (Refused | StoreFailure e) {
      throw e;
    } catch (IOException e) {
      throw transfer.broken(e);
    }
  }

  private long copy(ReadableByteChannel source, ProgressListener progress) throws IOException {
    ByteBuffer buffer = connection.buffer();
    long moved = 0;
    while (source.read(buffer.clear()) >= 0) {
      moved += buffer.flip().remaining();
      transfer.write(buffer);
      progress.moved(moved);
    }
    return moved;
  }
}
