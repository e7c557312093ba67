package dev.simpleftp.console.progress;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Tells programs how copies go: one JSON object on one line for each event.
///
/// The events of one file are `start`, `progress` (at most twice a second), `retry`, `warning`,
/// `verified` and `end`, or `error`; `total` tells how much there will be. Only ASCII is written.
public final class JsonView implements CopyView {
  private static final long INTERVAL_NANOS = 500_000_000;

  private final Consumer<String> lines;
  private final Runnable stillWanted;
  private final LongSupplier nanoTime;

  /// Makes one that has told nothing yet.
  ///
  /// @param lines takes each line whole, without its end
  /// @param stillWanted called now and then by the thread that copies; throws to end it
  /// @param nanoTime a clock that only goes forward, such as `System::nanoTime`
  public JsonView(Consumer<String> lines, Runnable stillWanted, LongSupplier nanoTime) {
    this.lines = lines;
    this.stillWanted = stillWanted;
    this.nanoTime = nanoTime;
  }

  @Override
  public void expect(long files, long octets) {
    print(
        "total",
        o -> {
          o.writeNumberField("files", files);
          o.writeNumberField("bytes", octets);
        });
  }

  @Override
  public Watch begins(Task task) {
    return new Events(task);
  }

  @Override
  public void close() {}

  private void print(String event, JsonLine.Fields fields) {
    String line = JsonLine.of(event, fields);
    synchronized (this) {
      lines.accept(line);
    }
  }

  /// The events of one file.
  private final class Events implements Watch {
    private final Task task;
    private long told = nanoTime.getAsLong();
    private long reached;

    Events(Task task) {
      this.task = task;
    }

    private void tell(String event, JsonLine.Fields fields) {
      print(
          event,
          o -> {
            o.writeStringField("file", task.name());
            fields.write(o);
          });
    }

    @Override
    public void began(FileEntry source, long start) {
      reached = start;
      tell(
          "start",
          o -> {
            o.writeStringField("to", task.newName());
            if (source.isFile() && source.sizeKnown()) {
              o.writeNumberField("size", source.size());
            }
            o.writeNumberField("resumedAt", start);
          });
    }

    @Override
    public void moved(long done) {
      stillWanted.run();
      reached = done;
      long now = nanoTime.getAsLong();
      if (now - told >= INTERVAL_NANOS) {
        told = now;
        tell("progress", o -> o.writeNumberField("done", done));
      }
    }

    @Override
    public void state(State state) {
      stillWanted.run();
    }

    @Override
    public void waits(Duration left, int attempt, IOException cause) {
      stillWanted.run();
      tell(
          "retry",
          o -> {
            o.writeNumberField("attempt", attempt);
            o.writeNumberField("inSeconds", left.toMillis() / 1000.0);
            o.writeStringField("cause", String.valueOf(cause.getMessage()));
          });
    }

    @Override
    public void warned(String sentence) {
      tell("warning", o -> o.writeStringField("message", sentence));
    }

    @Override
    public void done(CopyFile.Report report) {
      FileEntry source = report.source();
      tell("verified", o -> writeProof(o, report.proof()));
      tell(
          "end",
          o -> {
            o.writeNumberField("bytes", source.sizeKnown() ? source.size() : reached);
            o.writeNumberField("moved", report.moved());
            o.writeNumberField("resumedAt", report.start());
            o.writeNumberField("retries", report.retries());
            o.writeNumberField("seconds", report.elapsed().toMillis() / 1000.0);
          });
    }

    @Override
    public void failed(IOException cause) {
      IOException reason = cause instanceof CopyFile.Failed failed ? failed.reason() : cause;
      tell(
          "error",
          o -> {
            o.writeStringField("kind", kind(reason));
            o.writeStringField("message", String.valueOf(reason.getMessage()));
            if (cause instanceof CopyFile.Failed failed) {
              o.writeStringField("side", failed.side().name().toLowerCase(Locale.ROOT));
              o.writeBooleanField("resumable", failed.isResumable());
            }
          });
    }

    private static void writeProof(JsonGenerator object, Proof proof) throws IOException {
      switch (proof) {
        case Proof.ByDigest(var digest) -> {
          object.writeStringField("by", digest.algorithm().title().toLowerCase(Locale.ROOT));
          object.writeStringField("digest", digest.hex());
        }
        case Proof.BySize _ -> object.writeStringField("by", "size");
        case Proof.None _ -> object.writeStringField("by", "nothing");
      }
    }

    private static String kind(IOException reason) {
      return switch (reason) {
        case Refused refused -> refused.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-');
        case ConnectionFailed _ -> "connection-failed";
        case CopyFile.Mismatch _ -> "mismatch";
        case StoreFailure _ -> "store-failure";
        default -> "failure";
      };
    }
  }
}
