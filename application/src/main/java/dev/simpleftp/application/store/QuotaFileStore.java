package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.util.Optional;

/// Refuses what would let a home grow beyond its quota.
///
/// Octets are booked as they arrive, so sessions at the same time never overshoot; a file that is
/// replaced or removed gives its own back.
public final class QuotaFileStore extends ForwardingFileStore {
  private final FileStore inner;
  private final Usage usage;
  private final long limit;

  /// @param inner a store whose root is the home
  /// @param usage of this home, counted
  /// @param limit octets
  public QuotaFileStore(FileStore inner, Usage usage, long limit) {
    super(inner);
    this.inner = inner;
    this.usage = usage;
    this.limit = limit;
  }

  /// Begins an upload, which may be refused with OVER_QUOTA now or while the bytes come.
  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    boolean keeps = mode instanceof WriteMode.Append || mode instanceof WriteMode.ResumeAt;
    return keeps ? undisturbed(() -> begin(path, mode)) : begin(path, mode);
  }

  private Upload begin(FilePath path, WriteMode mode) throws IOException {
    Upload upload = inner.upload(path, mode);
    try {
      long old = Usage.sizeOf(inner, path);
      var booking = new Booking(usage, limit, kept(mode, old), old);
      booking.requireRoom();
      return new QuotaUpload(upload, booking, usage.changes(), () -> Usage.sizeOf(inner, path));
    } catch (IOException e) {
      upload.close();
      throw e;
    }
  }

  /// What an upload keeps of the old file must be what is counted: nobody may put another file
  /// there between the two looks.
  private Upload undisturbed(Beginning beginning) throws IOException {
    usage.changes().lock();
    try {
      return beginning.begin();
    } finally {
      usage.changes().unlock();
    }
  }

  /// Begins an upload.
  @FunctionalInterface
  private interface Beginning {
    Upload begin() throws IOException;
  }

  private static long kept(WriteMode mode, long old) {
    return switch (mode) {
      case WriteMode.Replace(), WriteMode.Create() -> 0;
      case WriteMode.Append() -> old;
      case WriteMode.ResumeAt(long offset) -> offset;
    };
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    usage.changes().lock();
    try {
      long size = Usage.sizeOf(inner, path);
      inner.removeFile(path);
      usage.add(-size);
    } finally {
      usage.changes().unlock();
    }
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    usage.changes().lock();
    try {
      long replaced = from.equals(to) ? 0 : Usage.sizeOf(inner, to);
      inner.rename(from, to);
      usage.add(-replaced);
    } finally {
      usage.changes().unlock();
    }
  }

  @Override
  public <T extends Capability> Optional<T> capability(Class<T> type) {
    return inner.capability(type).map(ability -> type.cast(limited(ability)));
  }

  private Capability limited(Capability ability) {
    return switch (ability) {
      case Capability.Space space ->
          (Capability.Space)
              directory ->
                  Math.min(space.available(directory), Math.max(0, limit - usage.octets()));
      case Capability.Timestamps times -> times;
      case Capability.Permissions permissions -> permissions;
      case Capability.Checksums checksums -> checksums;
      case Capability.RawCommands _ -> Capability.RawCommands.DENIED;
      case Capability.Unfinished unfinished -> unfinished;
      case Capability.Facts facts -> facts;
    };
  }
}
