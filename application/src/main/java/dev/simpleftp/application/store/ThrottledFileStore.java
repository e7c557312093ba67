package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.util.List;

/// Moves content no faster than its rates allow. A direction without a rate is left as it is.
public final class ThrottledFileStore extends ForwardingFileStore {
  private final Throttle down;
  private final Throttle up;

  /// @param down what downloads share; empty leaves them alone
  /// @param up what uploads share; empty leaves them alone
  public ThrottledFileStore(FileStore inner, List<Rate> down, List<Rate> up) {
    this(inner, new Throttle(down, Pace.REAL), new Throttle(up, Pace.REAL));
  }

  ThrottledFileStore(FileStore inner, Throttle down, Throttle up) {
    super(inner);
    this.down = down;
    this.up = up;
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    Download download = super.download(path, offset);
    return down.isOpen() ? download : new ThrottledDownload(download, down);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    Upload upload = super.upload(path, mode);
    return up.isOpen() ? upload : new ThrottledUpload(upload, up);
  }
}
