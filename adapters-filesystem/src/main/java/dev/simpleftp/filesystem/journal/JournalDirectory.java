package dev.simpleftp.filesystem.journal;

import dev.simpleftp.application.port.out.TransferJournal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/// Keeps the notes of unfinished copies in a directory of the user, a small text file for each.
///
/// A file is named by the SHA-256 of both places, so no name needs a locale, and is written aside
/// and renamed, so threads and processes may share the directory. Files that were forgotten are
/// removed after sixty days.
public final class JournalDirectory implements TransferJournal {
  private static final int LONGEST_NOTE = 256 * 1024;

  private final Path directory;
  private final JournalSweep sweep;
  private final AtomicBoolean swept = new AtomicBoolean();

  /// @param directory made when the first note is kept, for this user alone
  public JournalDirectory(Path directory, InstantSource clock) {
    this.directory = directory.toAbsolutePath();
    this.sweep = new JournalSweep(this.directory, clock);
  }

  @Override
  public Optional<Note> find(Key key) {
    return read(file(key)).filter(found -> found.key().equals(key)).map(JournalNote::note);
  }

  @Override
  public void keep(Key key, Note note) throws IOException {
    Files.createDirectories(directory, onlyOwner("rwx------"));
    if (swept.compareAndSet(false, true)) {
      sweep.run();
    }
    Path file = file(key);
    Path fresh = directory.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      write(fresh, new JournalNote(key, note).write());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  @Override
  public void forget(Key key) throws IOException {
    Files.deleteIfExists(file(key));
  }

  private static Optional<JournalNote> read(Path file) {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] text = in.readNBytes(LONGEST_NOTE);
      return JournalNote.read(new String(text, StandardCharsets.US_ASCII));
    } catch (IOException _) {
      // Not there, or as good as not there.
      return Optional.empty();
    }
  }

  private void write(Path file, String text) throws IOException {
    var options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    try (var channel = FileChannel.open(file, options, onlyOwner("rw-------"))) {
      ByteBuffer left = StandardCharsets.US_ASCII.encode(text);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private FileAttribute<?>[] onlyOwner(String permissions) {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private Path file(Key key) {
    String places = EscapedLine.write(key.from()) + '\0' + EscapedLine.write(key.to());
    byte[] digest = sha256().digest(places.getBytes(StandardCharsets.US_ASCII));
    return directory.resolve(HexFormat.of().formatHex(digest));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
