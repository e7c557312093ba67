package dev.simpleftp.filesystem.directory;

import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.transfer.Buffers;
import dev.simpleftp.filesystem.transfer.Writers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.util.function.BooleanSupplier;

/// Fills an unfinished file aside and moves it over its name at the commit.
final class StagedUpload implements Upload {
  private final DirectoryFileStore session;
  private final DirectoryTree tree;
  private final Target target;
  private final Claim claim;

  private final Part part;
  private long size;
  private boolean closed;
  private boolean committed;

  private StagedUpload(DirectoryFileStore session, Target target, Part part, Claim claim)
      throws IOException {
    this.session = session;
    this.tree = session.tree();
    this.target = target;
    this.part = part;
    this.claim = claim;

    this.size = part.file().position();
  }

  static Upload begin(DirectoryFileStore session, FilePath path, WriteMode mode)
      throws IOException {
    Directory parent = session.tree().jail().walk(path.parent(), Refusal.NOT_A_DIRECTORY);
    boolean begun = false;
    try {
      Upload upload = begin(session, parent, path, mode);
      begun = true;
      return upload;
    } finally {
      if (!begun) {
        parent.close();
      }
    }
  }

  /// An error of the machine, too, frees the name.
  private static Upload begin(
      DirectoryFileStore session, Directory parent, FilePath path, WriteMode mode)
      throws IOException {
    DirectoryTree tree = session.tree();
    Writers.Lease lease = tree.writers().acquire(identity(parent, path), path.name());
    boolean begun = false;
    try {
      Target target = Target.in(parent, path);
      target.requireOpenTo(mode);
      Part part = tree.staging().begin(target, mode);
      var upload = new StagedUpload(session, target, part, new Claim(lease, mode));
      session.transfers().add(upload);
      begun = true;
      return upload;
    } finally {
      if (!begun) {
        tree.writers().release(lease);
      }
    }
  }

  /// The directory itself where it can be told, else the path that led to it.
  private static Object identity(Directory parent, FilePath path) throws IOException {
    String unique = parent.stat().unique();
    return unique.isEmpty() ? path.parent() : unique;
  }

  @Override
  public long transferFrom(ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    Buffers buffers = tree.buffers();
    ByteBuffer buffer = buffers.take();
    try {
      long moved = 0;
      while (source.read(buffer) >= 0) {
        moved += write(buffer.flip());
        progress.moved(moved);
        buffer.clear();
      }
      return moved;
    } finally {
      buffers.give(buffer);
    }
  }

  private int write(ByteBuffer buffer) throws IOException {
    int count = buffer.remaining();
    try {
      while (buffer.hasRemaining()) {
        part.file().write(buffer);
      }
    } catch (IOException e) {
      throw meaning(e);
    }
    size += count;
    return count;
  }

  @Override
  public boolean commit(BooleanSupplier stillWanted) throws IOException {
    try {
      requireComplete();
      force(part);
      if (!stillWanted.getAsBoolean()) {
        return false;
      }
      putInPlace();
      tree.settle(target.parent());
      return true;
    } finally {
      close();
    }
  }

  private void requireComplete() throws IOException {
    if (part.file().size() != size) {
      throw new StoreFailure("The unfinished file is not as long as what was written.");
    }
  }

  private void force(Part written) throws IOException {
    try {
      if (tree.durability() == Durability.COMMIT) {
        written.file().force(true);
      }
    } catch (IOException e) {
      throw meaning(e);
    }
  }

  /// From here on a close comes too late.
  private synchronized void putInPlace() throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    if (claim.mode() instanceof WriteMode.Create) {
      Target.in(target.parent(), target.path()).requireFree();
    }
    try {
      move();
    } catch (IOException e) {
      requireStillFile();
      throw meaning(e);
    }
  }

  private void move() throws IOException {
    try {
      part.moveTo(target);
      committed = true;
    } catch (AtomicMoveNotSupportedException _) {
      moveFromElsewhere();
    }
  }

  private void moveFromElsewhere() throws IOException {
    Part copy = tree.staging().closer(part, target);
    try {
      force(copy);
      copy.moveTo(target);
      copy.close();
    } catch (IOException e) {
      copy.discard();
      throw e;
    }
  }

  /// A directory may have come to stand under the name meanwhile.
  private void requireStillFile() throws IOException {
    var now = PathJail.find(target.parent(), target.name());
    if (now.isPresent() && now.get().isDirectory()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
  }

  /// The operating system may speak any language: then the disk itself is asked.
  private IOException meaning(IOException e) throws IOException {
    IOException meaning = StoreErrors.writing(e);
    return meaning instanceof StoreFailure && tree.isFull()
        ? new Refused(Refusal.NO_SPACE)
        : meaning;
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (Directory _ = target.parent()) {
      if (committed) {
        part.close();
      } else {
        part.discard();
      }
    } finally {
      tree.writers().release(claim.lease());
      session.transfers().remove(this);
    }
  }

  /// What makes this upload the only one.
  ///
  /// @param lease the right to write the name
  /// @param mode whether something may be replaced there
  private record Claim(Writers.Lease lease, WriteMode mode) {}
}
