package dev.simpleftp.filesystem.directory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/// A directory held by its handle (`openat` and its kin): whatever happens to the path that led
/// here, and whatever link stands under a name, nobody gets out through it.
final class SecureDirectory implements Directory {
  private static final Path SELF = Path.of(".");

  private final SecureDirectoryStream<Path> handle;
  private final Path path;
  private final boolean owner;

  /// @param path where the directory was found; used for the one call that has no handle
  /// @param owner whether closing this closes the handle
  SecureDirectory(SecureDirectoryStream<Path> handle, Path path, boolean owner) {
    this.handle = handle;
    this.path = path;
    this.owner = owner;
  }

  @Override
  public Stat stat() throws IOException {
    return Stat.of(handle.getFileAttributeView(PosixFileAttributeView.class).readAttributes());
  }

  @Override
  public Stat stat(Path name) throws IOException {
    return Stat.of(view(name).readAttributes());
  }

  /// Looks first, for two reasons. Where a file stands, the JDK loses a descriptor and closes
  /// another one twice, which may be somebody else's by then. Where a pipe stands, it waits for a
  /// writer.
  @Override
  public Directory open(Path name) throws IOException {
    if (!stat(name).isDirectory()) {
      throw new NotDirectoryException(name.toString());
    }
    var opened = handle.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    return new SecureDirectory(opened, path.resolve(name), true);
  }

  @Override
  public FileChannel openFile(Path name, Set<? extends OpenOption> options) throws IOException {
    Set<OpenOption> all = new HashSet<>(options);
    all.add(LinkOption.NOFOLLOW_LINKS);
    return (FileChannel) handle.newByteChannel(name, all);
  }

  @Override
  public void forEach(Visitor visitor) throws IOException {
    try {
      for (Path entry : handle) {
        visitor.visit(Objects.requireNonNull(entry.getFileName()));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  @Override
  public void makeDirectory(Path name) throws IOException {
    Files.createDirectory(path.resolve(name));
    view(name).readAttributes();
  }

  @Override
  public void deleteFile(Path name) throws IOException {
    handle.deleteFile(name);
  }

  @Override
  public void deleteDirectory(Path name) throws IOException {
    handle.deleteDirectory(name);
  }

  @Override
  public void move(Path name, Directory to, Path newName) throws IOException {
    handle.move(name, ((SecureDirectory) to).handle, newName);
  }

  @Override
  public void setMode(Path name, int mode) throws IOException {
    view(name).setPermissions(Modes.permissions(mode));
  }

  @Override
  public void setModified(Path name, Instant modified) throws IOException {
    view(name).setTimes(FileTime.from(modified), null, null);
  }

  @Override
  public void force() throws IOException {
    try (var self = (FileChannel) handle.newByteChannel(SELF, Set.of(StandardOpenOption.READ))) {
      self.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    if (owner) {
      handle.close();
    }
  }

  private PosixFileAttributeView view(Path name) {
    return handle.getFileAttributeView(
        name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
