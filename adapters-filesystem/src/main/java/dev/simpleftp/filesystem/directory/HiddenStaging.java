package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Keeps unfinished things in a directory of this instance below the root, or beside their target
/// where the target lies on another device. Nothing of them stays.
///
/// Nothing is made before the first change, so a tree that is only read may be read-only.
final class HiddenStaging implements Staging {
  private final Directory root;
  private @Nullable Instance instance;

  HiddenStaging(Directory root) {
    this.root = root;
  }

  @Override
  public Part begin(Target target, WriteMode mode) throws IOException {
    long kept = Target.kept(mode, target.oldSize());
    Part part = create(target);
    try {
      part.adopt(target, kept);
    } catch (IOException e) {
      part.discard();
      throw e;
    }
    return part;
  }

  private Part create(Target target) throws IOException {
    Instance here = instance();
    return isReachable(here, target)
        ? Part.create(here.directory(), here.nextPart())
        : Part.create(target.parent(), here.nextBeside(target.path()));
  }

  /// The JDK has no call that makes a directory below a handle; moving one there it has.
  @Override
  public void makeDirectory(Target target) throws IOException {
    Instance here = instance();
    if (!isReachable(here, target)) {
      makeBeside(here, target);
      return;
    }
    Path made = here.nextPart();
    here.directory().makeDirectory(made);
    try {
      place(here.directory(), made, target);
    } catch (AtomicMoveNotSupportedException _) {
      makeBeside(here, target);
    }
  }

  private static void makeBeside(Instance here, Target target) throws IOException {
    Path made = here.nextBeside(target.path());
    target.parent().makeDirectory(made);
    place(target.parent(), made, target);
  }

  private static void place(Directory from, Path made, Target target) throws IOException {
    try {
      from.move(made, target.parent(), target.name());
    } catch (IOException e) {
      from.deleteDirectory(made);
      throw e;
    }
  }

  /// A move between two devices is no single step.
  private static boolean isReachable(Instance here, Target target) throws IOException {
    return here.device().equals(target.parent().stat().device());
  }

  /// Two mounts of one device look alike until something is moved between them.
  @Override
  public Part closer(Part part, Target target) throws IOException {
    Part copy = Part.create(target.parent(), instance().nextBeside(target.path()));
    try {
      var staged = new Target(part.directory(), target.path(), part.name(), target.old());
      copy.adopt(staged, part.file().size());
    } catch (IOException e) {
      copy.discard();
      throw e;
    }
    return copy;
  }

  private synchronized Instance instance() throws IOException {
    if (instance == null) {
      instance = Instance.start(root);
    }
    return instance;
  }

  @Override
  public synchronized void close() throws IOException {
    if (instance != null) {
      instance.close();
      instance = null;
    }
  }
}
