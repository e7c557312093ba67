package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.NameExpansion.Named;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ConsoleCommand.GetOutput;
import dev.simpleftp.console.command.ConsoleCommand.PutInput;
import dev.simpleftp.console.progress.CopyView;
import dev.simpleftp.console.progress.CopyWords;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.WriteMode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Files to the standard output and from the standard input. Neither can be tried again.
final class StreamCommands {
  private final RemoteSession remote;
  private final UseCases useCases;
  private final ConsoleEnvironment environment;
  private final Listings listings;
  private final NameExpansion names;
  private final Contents contents;
  private final ConsoleParts parts;

  StreamCommands(
      RemoteSession remote, UseCases useCases, ConsoleEnvironment environment, ConsoleParts parts) {
    this.remote = remote;
    this.useCases = useCases;
    this.environment = environment;
    this.listings = new Listings(useCases.list(), parts);
    this.names = new NameExpansion(listings, useCases.describe());
    this.contents = new Contents(useCases.get(), parts.cancellation());
    this.parts = parts;
  }

  void execute(ConsoleCommand.Streaming command) throws IOException, CommandFailure {
    Session session = remote.required();
    switch (command) {
      case GetOutput get -> get(session, get);
      case PutInput(var name, var replace) -> put(session, session.resolve(name), replace);
    }
  }

  private void get(Session session, GetOutput command) throws IOException, CommandFailure {
    try (OutputStream sink = parts.screen().content()) {
      for (Named file : names.paths(session, List.of(command.files()))) {
        var proved = ProvedOutput.of(sink, session, parts.copying());
        Contents.Poured poured = contents.pour(session, file.path(), proved);
        Proof proof = proved.proof(file.path(), poured);
        if (command.tell()) {
          parts.screen().note(summary(file, poured.report(), proof));
        }
      }
    }
    listings.requireWhole();
  }

  private static String summary(Named file, TransferReport report, Proof proof) {
    return String.format(
        Locale.ROOT,
        "%s: %s received in %.1f s, %s",
        file.path().name(),
        new ByteSize(report.bytes()),
        report.elapsed().toNanos() / 1e9,
        CopyWords.verified(proof));
  }

  private void put(Session session, FilePath path, boolean replace)
      throws IOException, CommandFailure {
    if (!replace && look(session, path).isPresent()) {
      throw new CommandFailure(
          ExitCode.REFUSED, path + " is there already. -f replaces it. Nothing was sent.");
    }
    var task = new CopyView.Task("standard input", path.name().text(), "stored");
    try (CopyView view = parts.copies()) {
      CopyView.Watch watch = view.begins(task);
      try {
        watch.began(unknown(path), 0);
        watch.state(CopyListener.State.MOVING);
        TransferReport report =
            useCases
                .put()
                .put(session, path, WriteMode.REPLACE, new Input(environment.in(), watch));
        watch.done(verified(session, path, report));
      } catch (InputFailed failed) {
        watch.failed(failed);
        throw new CommandFailure(ExitCode.LOCAL, Failures.sentence(failed), failed);
      } catch (IOException e) {
        watch.failed(e);
        throw e;
      }
    }
  }

  /// What stands there. A store that will not tell is asked again by the transfer itself.
  private Optional<FileEntry> look(Session session, FilePath path) throws IOException {
    try {
      return Optional.of(useCases.describe().describe(session, path));
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  /// Nobody knows beforehand how much will come.
  private static FileEntry unknown(FilePath path) {
    return new FileEntry(path.name(), FileKind.OTHER, 0, Instant.EPOCH, 0, "");
  }

  /// Asks how large the file is now.
  ///
  /// @throws CopyFile.Mismatch not as large as what was sent
  private CopyFile.Report verified(Session session, FilePath path, TransferReport report)
      throws IOException {
    Optional<FileEntry> there =
        look(session, path).filter(FileEntry::isFile).filter(FileEntry::sizeKnown);
    if (there.filter(entry -> entry.size() != report.bytes()).isPresent()) {
      throw new CopyFile.Mismatch(
          "%d bytes were sent, but the file has %d now."
              .formatted(report.bytes(), there.get().size()));
    }
    var source = FileEntry.file(path.name(), report.bytes(), Instant.EPOCH);
    Proof proof = there.isPresent() ? Proof.BY_SIZE : Proof.NONE;
    return new CopyFile.Report(source, 0, report.bytes(), report.elapsed(), 0, false, proof);
  }

  /// The standard input cannot be read.
  private static final class InputFailed extends IOException {
    InputFailed(IOException cause) {
      super(
          "The standard input cannot be read, so nothing was put in place: "
              + Failures.sentence(cause),
          cause);
    }
  }

  /// Tells its own failures from those of the other side.
  private static final class OwnInput extends FilterInputStream {
    OwnInput(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws InputFailed {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException e) {
        throw new InputFailed(e);
      }
    }
  }

  /// The standard input on its way.
  private record Input(InputStream in, CopyView.Watch watch) implements PutFile.Origin {
    @Override
    public long send(Upload upload) throws IOException {
      return upload.transferFrom(Channels.newChannel(new OwnInput(in)), watch::moved);
    }

    @Override
    public boolean complete() {
      watch.state(CopyListener.State.CONFIRMING);
      return true;
    }
  }
}
