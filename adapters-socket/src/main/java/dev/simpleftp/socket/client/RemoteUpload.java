package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A STOR or APPE under way. Closing the data connection is what commits it, so that is done in
/// [#commit] alone; where the server puts the bytes at their name itself everything else resets it.
final class RemoteUpload implements Upload {
  private final FtpConnection connection;
  private final Beginning beginning;
  private final Placement placement;
  private final Diagnosis diagnosis;
  private @Nullable DataTransfer transfer;
  private long sent;
  private boolean ended;

  private RemoteUpload(
      FtpConnection connection,
      Beginning beginning,
      Placement placement,
      Diagnosis diagnosis,
      @Nullable DataTransfer transfer) {
    this.connection = connection;
    this.beginning = beginning;
    this.placement = placement;
    this.diagnosis = diagnosis;
    this.transfer = transfer;
  }

  /// An upload the server has agreed to.
  static RemoteUpload begun(
      FtpConnection connection, DataTransfer transfer, Placement placement, Diagnosis diagnosis) {
    return new RemoteUpload(connection, () -> transfer, placement, diagnosis, transfer);
  }

  /// An upload that the server is asked for when there is an octet to send.
  static RemoteUpload later(
      FtpConnection connection, Beginning beginning, Placement placement, Diagnosis diagnosis) {
    return new RemoteUpload(connection, beginning, placement, diagnosis, null);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    if (transfer != null) {
      return move(transfer, source, progress);
    }
    ByteBuffer buffer = connection.buffer();
    if (source.read(buffer) < 0) {
      return 0;
    }
    DataTransfer begun = beginning.begin();
    transfer = begun;
    long first = buffer.flip().remaining();
    write(begun, buffer);
    sent += first;
    progress.moved(first);
    return first + move(begun, source, moved -> progress.moved(first + moved));
  }

  @Override
  public boolean commit(BooleanSupplier stillWanted) throws IOException {
    if (!placement.isLate() && !stillWanted.getAsBoolean()) {
      close();
      return false;
    }
    if (transfer != null) {
      finish(transfer);
    }
    if (placement.isLate() && !stillWanted.getAsBoolean()) {
      close();
      return false;
    }
    ended = true;
    placement.place(sent);
    return true;
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      if (transfer != null) {
        transfer.giveUp();
      }
      placement.giveUp(sent);
    }
  }

  private void finish(DataTransfer filled) throws IOException {
    try {
      filled.finish(connection.limits().commit());
    } catch (Refused | StoreFailure failure) {
      throw explained(filled, failure);
    }
  }

  private void write(DataTransfer to, ByteBuffer octets) throws IOException {
    try {
      to.write(octets);
    } catch (Refused | StoreFailure failure) {
      throw explained(to, failure);
    }
  }

  /// Some servers find out only when data comes that there is no directory for the file, and say no
  /// more than that it failed.
  private IOException explained(DataTransfer failed, IOException failure) {
    boolean clear =
        !(failure instanceof StoreFailure)
            && !(failure instanceof Refused refused && refused.refusal() == Refusal.DENIED);
    if (clear) {
      return failure;
    }
    try {
      failed.giveUp();
      Refusal why = diagnosis.find();
      return why == Refusal.NOT_FOUND || why == Refusal.NOT_A_DIRECTORY
          ? new Refused(why, why.sentence() + ". " + failure.getMessage())
          : failure;
    } catch (IOException unknown) {
      failure.addSuppressed(unknown);
      return failure;
    }
  }

  private long move(DataTransfer to, ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    long before = sent;
    ProgressListener watched =
        moved -> {
          sent = before + moved;
          progress.moved(moved);
        };
    // On a platform thread sendfile comes back only after megabytes, which on a slow line looks
    // like a stall; there the copy is the better way. What is encrypted is copied anyway.
    boolean direct = Thread.currentThread().isVirtual() && !to.isProtected();
    return direct && source instanceof Download download
        ? send(to, download, watched)
        : copy(to, source, watched);
  }

  /// The download moves itself, on a directory without a copy through this process.
  private long send(DataTransfer to, Download download, ProgressListener progress)
      throws IOException {
    try {
      to.moved();
      return download.transferTo(
          to.channel(),
          moved -> {
            to.moved();
            progress.moved(moved);
          });
    } catch (Refused | StoreFailure | ConnectionFailed e) {
      throw e;
    } catch (IOException e) {
      throw explained(to, to.broken(e));
    }
  }

  private long copy(DataTransfer to, ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    ByteBuffer buffer = connection.buffer();
    long moved = 0;
    while (source.read(buffer.clear()) >= 0) {
      moved += buffer.flip().remaining();
      write(to, buffer);
      progress.moved(moved);
    }
    return moved;
  }

  /// Asks the server for the upload.
  @FunctionalInterface
  interface Beginning {
    DataTransfer begin() throws IOException;
  }
}
