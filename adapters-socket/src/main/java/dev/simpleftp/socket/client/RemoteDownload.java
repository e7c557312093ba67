package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;

/// A RETR under way. Its end is reported only after the server's good verdict and the byte count.
final class RemoteDownload implements Download {
  private final FileEntry entry;
  private final DataTransfer transfer;
  private final ByteBuffer buffer;
  private final Duration patience;
  private final boolean exact;
  private long missing;
  private boolean complete;

  RemoteDownload(
      FileEntry entry, Promise promise, DataTransfer transfer, FtpConnection connection) {
    this.entry = entry;
    this.missing = promise.octets();
    this.exact = promise.exact();
    this.transfer = transfer;
    this.buffer = connection.buffer();
    this.patience = connection.limits().reply();
  }

  @Override
  public FileEntry entry() {
    return entry;
  }

  @Override
  public boolean isSizePromised() {
    return entry.isFile() && entry.sizeKnown();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (complete) {
      return -1;
    }
    int n = transfer.read(target);
    if (n < 0) {
      complete();
    }
    missing -= Math.max(n, 0);
    if (exact && missing < 0) {
      throw new StoreFailure("The server sent more than the rest of the file; fetch it anew.");
    }
    return n;
  }

  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
    long moved = 0;
    while (read(buffer.clear()) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        moved += sink.write(buffer);
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

  private void complete() throws IOException {
    transfer.finish(patience);
    if (missing > 0) {
      throw ConnectionFailed.ofTransfer(
          "The server ended the file %d bytes early.".formatted(missing));
    }
    complete = true;
  }

  /// What the server will send.
  ///
  /// @param octets that must come
  /// @param exact whether more than that means that the server began somewhere else
  record Promise(long octets, boolean exact) {}
}
