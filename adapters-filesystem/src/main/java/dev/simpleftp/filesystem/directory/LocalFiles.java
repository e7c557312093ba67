package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The files of the user who sits at this machine.
///
/// Links are followed like any program does, unless somebody else tells what is written where: then
/// they are only shown ([#openWithoutLinks]). An unfinished upload to `x` stays beside it as
/// [FileName#part]: the next try replaces it, or continues it with `ResumeAt` its size.
public final class LocalFiles {
  private LocalFiles() {}

  /// Opens the whole disk, from the root of the working directory's file system on.
  public static DirectoryTree open() {
    return DirectoryTree.ofUser(workingDirectory().getRoot(), true);
  }

  /// The same, but no link is followed, so that nothing in a directory leads out of it: for a
  /// mirror. Paths come from [#realPathOf].
  public static DirectoryTree openWithoutLinks() {
    return DirectoryTree.ofUser(workingDirectory().getRoot(), false);
  }

  /// The path that a session on [#openWithoutLinks] gives this file, or will give it when it is
  /// made. The links that the user named on the way to it are followed here and now.
  ///
  /// @throws Refused BAD_NAME when a name on the way cannot be spelled
  public static FilePath realPathOf(Path file) throws IOException {
    Path whole = workingDirectory().resolve(file).normalize();
    Path there = whole;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return pathOf(there.toRealPath().resolve(there.relativize(whole)));
  }

  /// The same for a path of a session on [#open].
  public static FilePath realPathOf(FilePath path) throws IOException {
    Path file = workingDirectory().getRoot();
    for (FileName name : path.names()) {
      file = file.resolve(NativeNames.path(name));
    }
    return realPathOf(file);
  }

  /// The path that a session on [#open] gives this file.
  ///
  /// @throws Refused BAD_NAME when a name on the way cannot be spelled
  public static FilePath pathOf(Path file) throws Refused {
    List<FileName> names = new ArrayList<>();
    for (Path segment : workingDirectory().resolve(file).normalize()) {
      FileName name = NativeNames.name(segment);
      if (name == null) {
        throw new Refused(Refusal.BAD_NAME);
      }
      names.add(name);
    }
    return new FilePath(names);
  }

  private static Path workingDirectory() {
    return Objects.requireNonNull(Path.of("").toAbsolutePath());
  }
}
