package dev.simpleftp.filesystem.directory;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.filesystem.transfer.Buffers;
import dev.simpleftp.filesystem.transfer.Writers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A directory that is served: opened once per process, shared by any number of sessions.
///
/// Names are looked up below its open handle and links are not followed, so no name leads out of
/// it.
public final class DirectoryTree implements Closeable {
  private static final long NEARLY_NOTHING = 64 * 1024;

  private final Path path;
  private final Closeable handle;
  private final PathJail jail;
  private final Staging staging;
  private final boolean hidesReserved;
  private final Durability durability;
  private final Writers writers = new Writers();
  private final Buffers buffers = new Buffers();

  private DirectoryTree(Path path, Closeable handle, Directory root, Durability durability) {
    this.path = path;
    this.handle = handle;
    this.jail = new PathJail(root);
    this.staging = new HiddenStaging(root);
    this.hidesReserved = true;
    this.durability = durability;
  }

  private DirectoryTree(Path path, boolean followLinks) {
    this.path = path;
    this.handle = () -> {};
    this.jail = new PathJail(new PlainDirectory(path, followLinks));
    this.staging = new VisibleStaging();
    this.hidesReserved = false;
    this.durability = Durability.COMMIT;
  }

  /// Opens a directory for serving and removes what killed instances left in it.
  ///
  /// @throws StoreFailure whose message is one sentence for whoever chose this directory
  public static DirectoryTree open(Path root, Durability durability) throws StoreFailure {
    return open(root, durability, UnaryOperator.identity());
  }

  /// The same on a disk that somebody stands before.
  ///
  /// @param disk makes of the root what is used in its place
  @SuppressWarnings("StreamResourceLeak") // the tree closes it
  static DirectoryTree open(Path root, Durability durability, UnaryOperator<Directory> disk)
      throws StoreFailure {
    Path path = root.toAbsolutePath().normalize();
    try {
      return serve(path, Files.newDirectoryStream(path), durability, disk);
    } catch (NoSuchFileException e) {
      throw unusable(path, "it does not exist; make it first or choose another directory", e);
    } catch (NotDirectoryException e) {
      throw unusable(path, "it is not a directory; choose a directory", e);
    } catch (AccessDeniedException e) {
      throw unusable(
          path, "this user may not read it; change its permissions or choose another", e);
    } catch (StoreFailure e) {
      throw e;
    } catch (IOException e) {
      throw unusable(path, "the file system failed; check the disk or choose another directory", e);
    }
  }

  /// The whole disk as a user sees it: an unfinished `x` stays as `x.part`.
  static DirectoryTree ofUser(Path root, boolean followLinks) {
    return new DirectoryTree(root, followLinks);
  }

  private static DirectoryTree serve(
      Path path, DirectoryStream<Path> handle, Durability durability, UnaryOperator<Directory> disk)
      throws IOException {
    Directory root =
        disk.apply(
            handle instanceof SecureDirectoryStream<Path> secure
                ? new SecureDirectory(secure, path, false)
                : new PlainDirectory(path, false));
    try {
      sweep(path, root);
    } catch (IOException e) {
      handle.close();
      throw e;
    }
    return new DirectoryTree(path, handle, root, durability);
  }

  private static void sweep(Path path, Directory root) throws IOException {
    var area = PathJail.find(root, Path.of(Reserved.AREA));
    if (area.isPresent() && !area.get().isDirectory()) {
      throw unusable(
          path,
          "its entry %s, reserved for unfinished uploads, is no directory; remove it"
              .formatted(Reserved.AREA),
          null);
    }
    try {
      Sweep.run(root);
    } catch (FileSystemException e) {
      if (!Sweep.isReadOnly(e)) {
        throw e;
      }
    }
  }

  private static StoreFailure unusable(Path path, String why, @Nullable Exception cause) {
    String message = "Cannot serve %s: %s.".formatted(path, why);
    return cause == null ? new StoreFailure(message) : new StoreFailure(message, cause);
  }

  /// Opens a session's own view of the tree.
  public FileStore newStore() {
    return new DirectoryFileStore(this);
  }

  /// Removes what this instance has left in the directory. Sessions are closed before.
  @Override
  public void close() throws IOException {
    try (handle) {
      staging.close();
    }
  }

  PathJail jail() {
    return jail;
  }

  Staging staging() {
    return staging;
  }

  boolean hidesReserved() {
    return hidesReserved;
  }

  Durability durability() {
    return durability;
  }

  /// Makes what stands in a directory survive a power cut, where that is wanted.
  ///
  /// @throws StoreFailure when nobody knows whether it would
  void settle(Directory directory) throws StoreFailure {
    if (durability != Durability.COMMIT) {
      return;
    }
    try {
      directory.force();
    } catch (IOException e) {
      throw new StoreFailure("The directory could not be forced to the device.", e);
    }
  }

  Writers writers() {
    return writers;
  }

  Buffers buffers() {
    return buffers;
  }

  /// Whether the disk is full, for errors whose text is in a language we do not read.
  boolean isFull() throws IOException {
    return usableSpace() < NEARLY_NOTHING;
  }

  /// The octets that this user may still write on the device of the root.
  long usableSpace() throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  /// Whether this platform has POSIX permissions.
  boolean keepsModes() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
