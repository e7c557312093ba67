package dev.simpleftp.filesystem.directory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/// A directory known by its path: a user's own files, where links are followed, and the fallback on
/// platforms without handles.
final class PlainDirectory implements Directory {
  private static final LinkOption[] FOLLOW = {};
  private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

  private final Path path;
  private final boolean follow;

  PlainDirectory(Path path, boolean follow) {
    this.path = path;
    this.follow = follow;
  }

  @Override
  public Stat stat() throws IOException {
    return read(path, FOLLOW);
  }

  /// A link that leads nowhere is described itself.
  @Override
  public Stat stat(Path name) throws IOException {
    Path entry = path.resolve(name);
    if (!follow) {
      return read(entry, NO_FOLLOW);
    }
    try {
      return read(entry, FOLLOW);
    } catch (NoSuchFileException _) {
      return read(entry, NO_FOLLOW);
    }
  }

  @Override
  public Directory open(Path name) throws IOException {
    if (!stat(name).isDirectory()) {
      throw new NotDirectoryException(name.toString());
    }
    return new PlainDirectory(path.resolve(name), follow);
  }

  @Override
  public FileChannel openFile(Path name, Set<? extends OpenOption> options) throws IOException {
    Set<OpenOption> all = new HashSet<>(options);
    if (!follow) {
      all.add(LinkOption.NOFOLLOW_LINKS);
    }
    return FileChannel.open(path.resolve(name), all);
  }

  @Override
  public void forEach(Visitor visitor) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        visitor.visit(Objects.requireNonNull(entry.getFileName()));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  @Override
  public void makeDirectory(Path name) throws IOException {
    Files.createDirectory(path.resolve(name));
  }

  @Override
  public void deleteFile(Path name) throws IOException {
    Files.delete(path.resolve(name));
  }

  @Override
  public void deleteDirectory(Path name) throws IOException {
    Files.delete(path.resolve(name));
  }

  @Override
  public void move(Path name, Directory to, Path newName) throws IOException {
    Path target = ((PlainDirectory) to).path.resolve(newName);
    Files.move(path.resolve(name), target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void setMode(Path name, int mode) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path.resolve(name), PosixFileAttributeView.class, links());
    if (view != null) {
      view.setPermissions(Modes.permissions(mode));
    }
  }

  @Override
  public void setModified(Path name, Instant modified) throws IOException {
    var view =
        Files.getFileAttributeView(path.resolve(name), BasicFileAttributeView.class, links());
    Objects.requireNonNull(view).setTimes(FileTime.from(modified), null, null);
  }

  /// Not every platform lets a directory be opened; there it needs no force.
  @Override
  public void force() throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class)) {
      try (var self = FileChannel.open(path, StandardOpenOption.READ)) {
        self.force(true);
      }
    }
  }

  @Override
  public void close() {}

  private LinkOption[] links() {
    return follow ? FOLLOW : NO_FOLLOW;
  }

  private static Stat read(Path path, LinkOption[] links) throws IOException {
    PosixFileAttributeView posix =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, links);
    BasicFileAttributeView view =
        posix == null
            ? Files.getFileAttributeView(path, BasicFileAttributeView.class, links)
            : posix;
    BasicFileAttributes attributes = Objects.requireNonNull(view).readAttributes();
    return Stat.of(attributes);
  }
}
