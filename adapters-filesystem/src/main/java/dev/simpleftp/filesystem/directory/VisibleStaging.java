package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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
    if (mode instanceof WriteMode.ResumeAt(long offset)) {
      return resume(target, name, offset, old.map(Stat::size).orElse(0L));
    }
    Part part = open(target, name, StandardOpenOption.TRUNCATE_EXISTING);
    try {
      part.adopt(target, Target.kept(mode, target.oldSize()));
    } catch (IOException e) {
      part.discard();
      throw e;
    }
    return part;
  }

  private static Part resume(Target target, Path name, long offset, long there) throws IOException {
    if (offset != there) {
      throw new Refused(Refusal.OFFSET_BEYOND_END);
    }
    Part part = open(target, name, StandardOpenOption.WRITE);
    part.file().position(offset);
    return part;
  }

  private static Part open(Target target, Path name, StandardOpenOption option) throws IOException {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, option);
    FileChannel file = target.parent().openFile(name, options);
    return new Part(target.parent(), name, file, true);
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
