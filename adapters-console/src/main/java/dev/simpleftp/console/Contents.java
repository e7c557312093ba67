package dev.simpleftp.console;

import dev.simpleftp.application.port.in.GetFile;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.TransferReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/// Reads the content of remote files for somebody on this machine.
final class Contents {
  private static final int BLOCK = 32 * 1024;

  private final GetFile get;
  private final Cancellation cancellation;

  Contents(GetFile get, Cancellation cancellation) {
    this.get = get;
    this.cancellation = cancellation;
  }

  /// Writes the whole file into the stream.
  ///
  /// @throws IOException the store's no or failure
  /// @throws UncheckedIOException the stream takes no more; the session is sound
  TransferReport pour(Session session, FilePath path, OutputStream sink) throws IOException {
    return get.get(session, path, OctetRange.WHOLE, download -> pour(download, sink));
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
