package dev.simpleftp.application.service;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A root that holds one file of ten octets, and writes down what is done to it.
final class OneFileStore implements FileStore {
  static final FileName NAME = new FileName("file");
  static final FilePath FILE = FilePath.ROOT.child(NAME);
  static final int SIZE = 10;

  final List<String> calls = new ArrayList<>();

  /// How many octets a download really has.
  long available = SIZE;

  /// The channels that octets were moved to or from.
  final List<Channel> otherEnds = new ArrayList<>();

  private static FileEntry file() {
    return FileEntry.file(NAME, SIZE, Instant.EPOCH);
  }

  @Override
  public FileEntry describe(FilePath path) throws Refused {
    if (path.isRoot()) {
      return FileEntry.directory(FileName.ROOT, Instant.EPOCH);
    }
    requireFile(path);
    return file();
  }

  @Override
  public Listing list(FilePath directory) throws Refused {
    if (!directory.isRoot()) {
      requireFile(directory);
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    return new OneEntry();
  }

  @Override
  public Download download(FilePath path, long offset) throws Refused {
    requireFile(path);
    return new Octets(available - offset);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws Refused {
    if (mode instanceof WriteMode.Create) {
      requireFree(path);
    } else {
      requireFile(path);
    }
    return new Taking();
  }

  @Override
  public void makeDirectory(FilePath path) {
    calls.add("make " + path);
  }

  @Override
  public void removeFile(FilePath path) throws Refused {
    requireFile(path);
    calls.add("remove file " + path);
  }

  @Override
  public void removeDirectory(FilePath path) {
    calls.add("remove directory " + path);
  }

  @Override
  public void rename(FilePath from, FilePath to) {
    calls.add("rename " + from + " " + to);
  }

  @Override
  public void close() {
    calls.add("close");
  }

  private static void requireFree(FilePath path) throws Refused {
    if (path.equals(FILE)) {
      throw new Refused(Refusal.ALREADY_EXISTS);
    }
  }

  private static void requireFile(FilePath path) throws Refused {
    if (!path.equals(FILE)) {
      throw new Refused(Refusal.NOT_FOUND);
    }
  }

  private static final class OneEntry implements Listing {
    @Override
    public long forEach(Visitor visitor) throws IOException {
      visitor.visit(file());
      return 1;
    }

    @Override
    public long unread() {
      return 2;
    }

    @Override
    public void close() {}
  }

  /// A download that only counts.
  private final class Octets implements Download {
    private final long left;

    Octets(long left) {
      this.left = left;
    }

    @Override
    public FileEntry entry() {
      return file();
    }

    @Override
    public int read(ByteBuffer target) {
      return -1;
    }

    @Override
    public long transferTo(WritableByteChannel sink, ProgressListener progress) {
      otherEnds.add(sink);
      progress.moved(left);
      return left;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      calls.add("download closed");
    }
  }

  /// An upload that only counts.
  private final class Taking implements Upload {
    @Override
    public long transferFrom(ReadableByteChannel source, ProgressListener progress) {
      otherEnds.add(source);
      progress.moved(SIZE);
      return SIZE;
    }

    @Override
    public boolean commit(BooleanSupplier stillWanted) {
      boolean wanted = stillWanted.getAsBoolean();
      calls.add(wanted ? "committed" : "given up");
      return wanted;
    }

    @Override
    public void close() {
      calls.add("upload closed");
    }
  }
}
