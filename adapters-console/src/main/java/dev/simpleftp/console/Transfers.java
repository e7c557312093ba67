package dev.simpleftp.console;

import dev.simpleftp.application.port.in.GetFile;
import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.util.function.LongFunction;

/// Copies a file from one session's store into another's.
///
/// The giving store agrees first, so a missing file touches nothing on the other side. The receiver
/// commits only after the giver yielded its last octet without a failure.
final class Transfers {
  private final GetFile get;
  private final PutFile put;

  Transfers(GetFile get, PutFile put) {
    this.get = get;
    this.put = put;
  }

  /// @param progress told the size, gives who hears how far the copy has come
  TransferReport copy(End from, End to, LongFunction<ProgressListener> progress)
      throws IOException {
    return get.get(
        from.session(),
        from.path(),
        OctetRange.WHOLE,
        download ->
            put.put(to.session(), to.path(), WriteMode.REPLACE, copy(download, progress)).bytes());
  }

  private static Copy copy(Download download, LongFunction<ProgressListener> progress) {
    return new Copy(download, progress.apply(download.entry().size()));
  }

  /// One side of a copy.
  record End(Session session, FilePath path) {}

  /// Fills the upload from the download itself, unwrapped: a store may know a faster way for it.
  private record Copy(Download download, ProgressListener progress) implements PutFile.Origin {

    @Override
    public long send(Upload upload) throws IOException {
      long moved = upload.transferFrom(download, progress);
      long promised = download.entry().size();
      if (moved < promised) {
        throw new StoreFailure("The file ended %d bytes early.".formatted(promised - moved));
      }
      return moved;
    }

    @Override
    public boolean complete() {
      return true;
    }
  }
}
