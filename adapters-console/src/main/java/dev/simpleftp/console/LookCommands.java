package dev.simpleftp.console;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.Capability.Checksums;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ConsoleCommand.ChangeBack;
import dev.simpleftp.console.command.ConsoleCommand.ChangeDirectory;
import dev.simpleftp.console.command.ConsoleCommand.DiskUsage;
import dev.simpleftp.console.command.ConsoleCommand.Find;
import dev.simpleftp.console.command.ConsoleCommand.Hash;
import dev.simpleftp.console.command.ConsoleCommand.ListDirectory;
import dev.simpleftp.console.command.ConsoleCommand.PrintDirectory;
import dev.simpleftp.console.command.ConsoleCommand.ShowTime;
import dev.simpleftp.console.command.ConsoleCommand.Size;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;

/// The commands that look at the remote tree and move in it.
final class LookCommands {
  private final RemoteSession remote;
  private final UseCases useCases;
  private final Directories directories;
  private final TreeReports reports;
  private final ConsoleParts parts;

  LookCommands(
      RemoteSession remote, UseCases useCases, Directories directories, ConsoleParts parts) {
    this.remote = remote;
    this.useCases = useCases;
    this.directories = directories;
    this.reports = new TreeReports(useCases, parts);
    this.parts = parts;
  }

  void execute(ConsoleCommand.Looking command) throws IOException, CommandFailure {
    Session session = remote.required();
    switch (command) {
      case ListDirectory(var word, var style) -> directories.show(session, word, style);
      case ChangeDirectory(var path) -> directories.change(session, session.resolve(path));
      case ChangeBack() -> directories.changeBack(session);
      case PrintDirectory() -> screen().line(session.workingDirectory().toString());
      case Size(var path) -> size(session, session.resolve(path));
      case ShowTime(var path) -> time(session, session.resolve(path));
      case Find find -> reports.find(session, find);
      case DiskUsage usage -> reports.usage(session, usage);
      case Hash hash -> hash(session, hash);
    }
  }

  private void size(Session session, FilePath path) throws IOException, CommandFailure {
    FileEntry entry = useCases.describe().describeFile(session, path);
    if (!entry.sizeKnown()) {
      throw new CommandFailure(path.name() + ": this server does not tell sizes.");
    }
    long size = entry.size();
    String exact = size + (size == 1 ? " byte" : " bytes");
    screen().line(size < 1024 ? exact : exact + " (" + new ByteSize(size) + ")");
  }

  private void time(Session session, FilePath path) throws IOException, CommandFailure {
    FileEntry entry = useCases.describe().describe(session, path);
    if (entry.modified().equals(Instant.EPOCH)) {
      throw new CommandFailure("The server does not tell when " + entry.name() + " changed.");
    }
    screen().line(Listings.date(entry.modified(), parts.zone()));
  }

  private void hash(Session session, Hash command) throws IOException, CommandFailure {
    Checksums checksums =
        session
            .store()
            .capability(Checksums.class)
            .orElseThrow(() ->
                new CommandFailure(
                    "The server computes no digests. 'get' the file and digest it here."));
    DigestAlgorithm algorithm =
        command.algorithm().orElseGet(() -> checksums.algorithms().getFirst());
    if (!checksums.algorithms().contains(algorithm)) {
      throw new CommandFailure(
          "The server does not compute %s, but %s."
              .formatted(algorithm.title(), titles(checksums)));
    }
    FilePath path = session.resolve(command.path());
    String hex = checksums.digest(path, algorithm, OctetRange.WHOLE).hex();
    screen().line(algorithm.title() + " " + hex + "  " + command.path());
  }

  private static String titles(Checksums checksums) {
    return checksums.algorithms().stream()
        .map(DigestAlgorithm::title)
        .collect(Collectors.joining(", "));
  }

  private Screen screen() {
    return parts.screen();
  }
}
