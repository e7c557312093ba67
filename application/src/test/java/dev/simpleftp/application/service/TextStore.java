package dev.simpleftp.application.service;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// A file that can change under its reader; nothing else can be done with this store.
final class TextStore implements FileStore {
  String text;
  Instant modified;
  String unique = "number";

  /// How many octets a download lacks at its end.
  int missing;

  /// What happens while the file is read.
  Runnable meanwhile = () -> {};

  boolean gone;

  /// How many downloads are open.
  int open;

  TextStore(String text, Instant modified) {
    this.text = text;
    this.modified = modified;
  }

  @Override
  public FileEntry describe(FilePath path) {
    return new FileEntry(path.name(), FileKind.FILE, text.length(), modified, 0644, unique);
  }

  @Override
  public Download download(FilePath path, long offset) throws Refused {
    if (gone) {
      throw new Refused(Refusal.NOT_FOUND);
    }
    byte[] octets =
        text.substring((int) offset, text.length() - missing).getBytes(StandardCharsets.US_ASCII);
    open++;
    return new Reading(describe(path), ByteBuffer.wrap(octets));
  }

  @Override
  public Listing list(FilePath directory) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void makeDirectory(FilePath path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeFile(FilePath path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeDirectory(FilePath path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void rename(FilePath from, FilePath to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}

  private final class Reading implements Download {
    private final FileEntry entry;
    private final ByteBuffer left;

    Reading(FileEntry entry, ByteBuffer left) {
      this.entry = entry;
      this.left = left;
    }

    @Override
    public FileEntry entry() {
      return entry;
    }

    @Override
    public int read(ByteBuffer target) {
      meanwhile.run();
      if (!left.hasRemaining()) {
        return -1;
      }
      int count = Math.min(left.remaining(), target.remaining());
      target.put(left.slice(left.position(), count));
      left.position(left.position() + count);
      return count;
    }

    @Override
    public long transferTo(WritableByteChannel sink, ProgressListener progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      open--;
    }
  }
}
