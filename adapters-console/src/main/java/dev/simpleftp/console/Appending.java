package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.ConsoleCommand.Append;
import dev.simpleftp.console.progress.CopyView;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.util.OptionalLong;

/// `append`. It is never tried twice: nobody could tell how much of the first try has arrived.
final class Appending {
  private final UseCases useCases;
  private final Workplace at;

  Appending(UseCases useCases, Workplace at) {
    this.useCases = useCases;
    this.at = at;
  }

  void append(Append command) throws IOException, CommandFailure {
    var places = new TransferPlaces(useCases.describe(), at);
    FilePath source = places.requireLocal(command.local());
    FilePath target = places.remote(command.remote(), source.name());
    long before = size(target).orElse(0);
    TransferReport report = send(source, target);
    OptionalLong after = size(target);
    if (after.isPresent() && after.getAsLong() != before + report.bytes()) {
      throw new CommandFailure(
          ExitCode.MISMATCH,
          "%s: %d bytes were sent, but %s grew by %d. Compare both before you go on."
              .formatted(
                  command.subject(), report.bytes(), target.name(), after.getAsLong() - before));
    }
    at.screen()
        .line(
            "%s: %s appended to %s, %s"
                .formatted(
                    source.name(),
                    new ByteSize(report.bytes()),
                    target.name(),
                    after.isPresent()
                        ? "verified: size only"
                        : "not verified: the size is unknown"));
  }

  private OptionalLong size(FilePath path) throws IOException {
    try {
      FileEntry entry = useCases.describe().describe(at.session(), path);
      return entry.isFile() && entry.sizeKnown()
          ? OptionalLong.of(entry.size())
          : OptionalLong.empty();
    } catch (Refused _) {
      return OptionalLong.empty();
    }
  }

  private TransferReport send(FilePath source, FilePath target) throws IOException {
    Session there = at.session();
    try (CopyView view = at.view()) {
      CopyView.Watch watch =
          view.begins(new CopyView.Task(source.name().text(), target.name().text(), "appended"));
      return useCases
          .get()
          .get(
              at.local().session(),
              source,
              OctetRange.WHOLE,
              download -> {
                watch.began(download.entry(), 0);
                return useCases
                    .put()
                    .put(there, target, WriteMode.APPEND, new Whole(download, watch::moved))
                    .bytes();
              });
    }
  }

  /// Gives all that the download has.
  private record Whole(Download download, ProgressListener progress) implements PutFile.Origin {
    @Override
    public long send(Upload upload) throws IOException {
      long moved = upload.transferFrom(download, progress);
      if (moved != download.entry().size()) {
        throw new CopyFile.Mismatch(
            "The local file has %d bytes, but %d could be read."
                .formatted(download.entry().size(), moved));
      }
      return moved;
    }

    @Override
    public boolean complete() {
      return true;
    }
  }
}
