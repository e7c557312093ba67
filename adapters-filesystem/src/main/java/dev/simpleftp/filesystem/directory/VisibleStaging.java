package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps an unfinished `x` beside it as `x.part`, so that a later try can go on with it.
///
/// Resuming at `n` continues a part of exactly `n` octets; every other mode starts it anew.
final class VisibleStaging implements Staging {

  @Override
  public Part begin(Target target, WriteMode mode) throws IOException {
    Path name = NativeNames.path(target.path().name().part());
    Optional<Stat> old = PathJail.find(target.parent(), name);
    if (old.isPresent() && !old.get().isFile()) {
      throw new Refused(Refusal.NOT_A_FILE, "The name of the unfinished copy is not a file");
    }
    Part part = open(target, name, old);
    try {
      if (mode instanceof WriteMode.ResumeAt(long offset)) {
        requireSize(part, offset);
        part.file().position(offset);
      } else {
        part.file().truncate(0);
        part.adopt(target, Target.kept(mode, target.oldSize()));
      }
    } catch (IOException e) {
      part.discard();
      throw e;
    }
    return part;
  }

  private static void requireSize(Part part, long offset) throws IOException {
    if (part.file().size() != offset) {
      throw new Refused(Refusal.OFFSET_BEYOND_END);
    }
  }

  private static Part open(Target target, Path name, Optional<Stat> old) throws IOException {
    PartLock.Locked locked = PartLock.open(target.parent(), name, old);
    return new Part(target.parent(), name, locked.file(), Optional.of(locked.lock()));
  }

  /// A part stands beside its target already.
  @Override
  public Part closer(Part part, Target target) throws Refused {
    throw new Refused(Refusal.UNSUPPORTED);
  }

  @Override
  public void makeDirectory(Target target) throws IOException {
    target.parent().makeDirectory(target.name());
  }

  @Override
  public void close() {}
}
