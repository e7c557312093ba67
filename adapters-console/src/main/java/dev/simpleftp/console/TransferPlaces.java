package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.DescribeFile;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.Quoting;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.Optional;

/// Finds out where a file goes: into a directory, or to a name.
final class TransferPlaces {
  private final DescribeFile describe;
  private final Workplace at;

  TransferPlaces(DescribeFile describe, Workplace at) {
    this.describe = describe;
    this.at = at;
  }

  /// Looks at the local file before anything is sent.
  FilePath requireLocal(String name) throws IOException, CommandFailure {
    try {
      FilePath path = at.local().resolve(name);
      describe.describeFile(at.local().session(), path);
      return path;
    } catch (Refused refused) {
      throw new CommandFailure(
          ExitCode.LOCAL,
          name + ": " + refused.getMessage() + " in the local directory. Nothing was sent.",
          refused);
    }
  }

  /// Where a file of this name goes on this machine.
  FilePath local(Optional<String> wanted, FileName name) throws IOException {
    Session here = at.local().session();
    return place(here, at.local().resolve(wanted.orElse("")), wanted, name);
  }

  /// Where a file of this name goes on the other side.
  FilePath remote(Optional<String> wanted, FileName name) throws IOException {
    Session there = at.session();
    return place(there, there.resolve(wanted.orElse("")), wanted, name);
  }

  /// A copy from there to here.
  Errand down(String typed, FilePath from, FilePath to) {
    String words = Quoting.typed(typed);
    boolean beside = to.equals(at.local().directory().child(from.name()));
    return new Errand(
        Direction.DOWN,
        new CopyFile.Place(at.remote(), from),
        new CopyFile.Place(at.local().endpoint(), to),
        typed,
        beside ? words : words + " " + Quoting.typed(to.toString()));
  }

  /// A copy from here to there.
  Errand up(String typed, FilePath from, FilePath to) throws IOException {
    String words = Quoting.typed(typed);
    boolean beside = to.equals(at.session().workingDirectory().child(from.name()));
    return new Errand(
        Direction.UP,
        new CopyFile.Place(at.local().endpoint(), from),
        new CopyFile.Place(at.remote(), to),
        typed,
        beside ? words : words + " " + Quoting.typed(to.toString()));
  }

  /// A missing name means the present directory, and one that ends with a slash a directory.
  private FilePath place(Session session, FilePath path, Optional<String> wanted, FileName name)
      throws IOException {
    boolean directory = wanted.isEmpty() || wanted.get().isEmpty() || wanted.get().endsWith("/");
    return directory || isDirectory(session, path) ? path.child(name) : path;
  }

  private boolean isDirectory(Session session, FilePath path) throws IOException {
    try {
      return describe.describe(session, path).isDirectory();
    } catch (Refused _) {
      return false;
    }
  }
}
