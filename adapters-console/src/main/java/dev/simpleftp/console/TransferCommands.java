package dev.simpleftp.console;

import dev.simpleftp.application.port.in.DescribeFile;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ConsoleCommand.Get;
import dev.simpleftp.console.command.ConsoleCommand.Put;
import dev.simpleftp.console.terminal.ProgressMeter;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferReport;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// `get` and `put`.
final class TransferCommands {
  private final RemoteSession remote;
  private final LocalSide local;
  private final DescribeFile describe;
  private final Transfers transfers;
  private final ConsoleParts parts;

  TransferCommands(RemoteSession remote, LocalSide local, UseCases useCases, ConsoleParts parts) {
    this.remote = remote;
    this.local = local;
    this.describe = useCases.describe();
    this.transfers = new Transfers(useCases.get(), useCases.put());
    this.parts = parts;
  }

  void execute(ConsoleCommand.Transfer command) throws IOException, CommandFailure {
    switch (command) {
      case Get get -> get(get);
      case Put put -> put(put);
      case ConsoleCommand.GetMany _,
          ConsoleCommand.PutMany _,
          ConsoleCommand.Append _,
          ConsoleCommand.Mirror _ ->
          throw new CommandFailure("Not there yet.");
    }
  }

  private void get(Get command) throws IOException, CommandFailure {
    Session session = remote.required();
    var source = new Transfers.End(session, session.resolve(command.remote()));
    if (source.path().isRoot()) {
      throw new CommandFailure(command.remote() + " is a directory; 'get' takes one file.");
    }
    FilePath wanted = local.resolve(command.local().orElse(""));
    Optional<Transfers.End> target =
        target(
            source, new Transfers.End(local.session(), wanted), isDirectoryName(command.local()));
    if (target.isPresent()) {
      copy(source, target.get(), "received");
    }
  }

  private void put(Put command) throws IOException, CommandFailure {
    Session session = remote.required();
    var source = new Transfers.End(local.session(), local.resolve(command.local()));
    requireLocal(source, command.local());
    FilePath wanted = session.resolve(command.remote().orElse(""));
    Optional<Transfers.End> target =
        target(source, new Transfers.End(session, wanted), isDirectoryName(command.remote()));
    if (target.isPresent()) {
      copy(source, target.get(), "stored");
    }
  }

  /// Looks at the file before anything is sent.
  private void requireLocal(Transfers.End source, String name) throws IOException, CommandFailure {
    try {
      describe.describeFile(source.session(), source.path());
    } catch (Refused refused) {
      throw new CommandFailure(
          name + ": " + refused.getMessage() + " in the local directory. Nothing was sent.",
          refused);
    }
  }

  /// A missing name means the present directory, and so does one that ends with a slash.
  private static boolean isDirectoryName(Optional<String> name) {
    return name.isEmpty() || name.get().isEmpty() || name.get().endsWith("/");
  }

  /// Where the file goes: into a directory, or to this name; empty when the user says no.
  private Optional<Transfers.End> target(Transfers.End from, Transfers.End to, boolean directory)
      throws IOException {
    if (directory) {
      return agreed(from, inside(from, to));
    }
    Optional<FileEntry> there = look(to);
    return there.filter(FileEntry::isDirectory).isPresent()
        ? agreed(from, inside(from, to))
        : agreed(from, to);
  }

  private static Transfers.End inside(Transfers.End from, Transfers.End to) {
    return new Transfers.End(to.session(), to.path().child(from.path().name()));
  }

  /// A script replaces what is there; somebody at the terminal is asked.
  private Optional<Transfers.End> agreed(Transfers.End from, Transfers.End to) throws IOException {
    Transfers.End wanted = to;
    while (parts.screen().interactive()) {
      Optional<FileEntry> old = look(wanted).filter(FileEntry::isFile);
      if (old.isEmpty()) {
        break;
      }
      FileEntry fresh = describe.describeFile(from.session(), from.path());
      switch (parts.question().ask(wanted.path(), old.get(), fresh)) {
        case ReplaceQuestion.Overwrite _ -> {
          return Optional.of(wanted);
        }
        case ReplaceQuestion.Skip _ -> {
          parts.screen().line(wanted.path().name() + ": skipped");
          return Optional.empty();
        }
        case ReplaceQuestion.Rename(var name) ->
            wanted = new Transfers.End(to.session(), to.path().parent().resolve(name));
      }
    }
    return Optional.of(wanted);
  }

  /// What stands there. A store that will not tell is asked again by the transfer itself.
  private Optional<FileEntry> look(Transfers.End end) throws IOException {
    try {
      return Optional.of(describe.describe(end.session(), end.path()));
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  private void copy(Transfers.End from, Transfers.End to, String done) throws IOException {
    Screen screen = parts.screen();
    String name = from.path().name().text();
    try {
      TransferReport report = transfers.copy(from, to, size -> watch(name, size));
      screen.line(summary(name, to.path().name().text(), report, done));
    } finally {
      screen.status("");
    }
  }

  private ProgressListener watch(String name, long size) {
    return parts
        .cancellation()
        .watch(new ProgressMeter(name, size, parts.screen(), System::nanoTime));
  }

  private static String summary(String name, String newName, TransferReport report, String done) {
    String label = name.equals(newName) ? name : name + " -> " + newName;
    double seconds = report.elapsed().toNanos() / 1e9;
    return String.format(
        Locale.ROOT,
        "%s: %s %s in %.1f s (%s/s)",
        label,
        new ByteSize(report.bytes()),
        done,
        seconds,
        new ByteSize((long) report.rate()));
  }
}
