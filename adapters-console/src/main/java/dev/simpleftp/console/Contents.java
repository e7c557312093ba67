package dev.simpleftp.console;

import dev.simpleftp.application.port.in.GetFile;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.TransferReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;

/// Reads the content of remote files for somebody on this machine.
final class Contents {
  private static final int BLOCK = 32 * 1024;

  private final GetFile get;
  private final Cancellation cancellation;

  Contents(GetFile get, Cancellation cancellation) {
    this.get = get;
    this.cancellation = cancellation;
  }

  /// A file that was read.
  ///
  /// @param source as the store told of it
  record Poured(FileEntry source, TransferReport report) {}

  /// Writes the whole file into the stream.
  ///
  /// @throws IOException the store's no or failure, or the file ended early
  /// @throws UncheckedIOException the stream takes no more; the session is sound
  Poured pour(Session session, FilePath path, OutputStream sink) throws IOException {
    var source = new AtomicReference<>(FileEntry.fileOfUnknownSize(path.name()));
    TransferReport report =
        get.get(
            session,
            path,
            OctetRange.WHOLE,
            download -> {
              source.set(download.entry());
              return pour(download, sink);
            });
    return new Poured(source.get(), report);
  }

  private long pour(Download download, OutputStream sink) throws IOException {
    byte[] octets = new byte[BLOCK];
    ByteBuffer block = ByteBuffer.wrap(octets);
    long moved = 0;
    while (download.read(block) >= 0) {
      cancellation.check();
      write(sink, octets, block.position());
      moved += block.position();
      block.clear();
    }
    long missing = download.entry().contentSize().orElse(moved) - moved;
    if (missing > 0) {
      throw ConnectionFailed.ofTransfer("The file ended %d bytes early.".formatted(missing));
    }
    return moved;
  }

  private static void write(OutputStream sink, byte[] octets, int length) {
    try {
      sink.write(octets, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
