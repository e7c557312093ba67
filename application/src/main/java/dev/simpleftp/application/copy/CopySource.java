package dev.simpleftp.application.copy;

import static dev.simpleftp.application.copy.CopySide.at;

import dev.simpleftp.application.port.in.CopyFile.Side;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestState;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to be moved: remembers its own failures, so that they are told from those of the other
/// side, and digests what passes if somebody wants to compare.
final class CopySource implements Download {
  private static final int BLOCK = 256 * 1024;

  private final Download inner;
  private @Nullable DigestState digest;
  private @Nullable IOException failure;

  private CopySource(Download inner) {
    this.inner = inner;
  }

  /// Opens the file behind what is there already.
  ///
  /// @throws CopyStart.NotTheBeginning what is there ends with other octets
  static CopySource open(FileStore store, FilePath path, CopyStart start) throws IOException {
    Optional<FileEntry> compared = start.source();
    if (start.overlap() == 0 && compared.filter(e -> e.size() == start.offset()).isPresent()) {
      return new CopySource(new NothingLeft(compared.get()));
    }
    Download download =
        at(Side.SOURCE, () -> store.download(path, start.offset() - start.overlap()));
    boolean fits = false;
    try {
      ByteBuffer overlap = at(Side.SOURCE, () -> CopyTail.read(download, start.overlap()));
      fits = overlap.equals(start.tail());
    } finally {
      if (!fits) {
        download.close();
      }
    }
    if (!fits) {
      throw new CopyStart.NotTheBeginning();
    }
    return new CopySource(download);
  }

  /// From now on, what passes is digested.
  ///
  /// @param state has taken what is there already
  void digestWith(DigestState state) {
    digest = state;
  }

  /// The digest of all octets of the copy, if it was wanted; asked once.
  Optional<Digest> digest() {
    return Optional.ofNullable(digest).map(DigestState::digest);
  }

  @Override
  public boolean isSizePromised() {
    return inner.isSizePromised();
  }

  /// Why reading failed, if it did.
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /// Looks whether any are missing.
  ///
  /// @param reached octets of the copy
  /// @return the same
  long complete(long reached) throws ConnectionFailed {
    long missing = entry().isFile() ? entry().size() - reached : 0;
    if (missing > 0) {
      var early = ConnectionFailed.ofTransfer("The file ended %d bytes early.".formatted(missing));
      failure = early;
      throw early;
    }
    return reached;
  }

  @Override
  public FileEntry entry() {
    return inner.entry();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int from = target.position();
    int count;
    try {
      count = inner.read(target);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
    if (digest != null && count > 0) {
      digest.update(target.duplicate().flip().position(from));
    }
    return count;
  }

  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
    if (digest != null) {
      return copyTo(sink, progress);
    }
    try {
      return inner.transferTo(sink, progress);
    } catch (Refused | StoreFailure | ConnectionFailed e) {
      failure = e; // Whatever else is thrown comes from the sink.
      throw e;
    }
  }

  private long copyTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
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
    return inner.isOpen();
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }

  /// A file of which every octet is there already.
  private record NothingLeft(FileEntry entry) implements Download {
    @Override
    public int read(ByteBuffer target) {
      return -1;
    }

    @Override
    public long transferTo(WritableByteChannel sink, ProgressListener progress) {
      return 0;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
