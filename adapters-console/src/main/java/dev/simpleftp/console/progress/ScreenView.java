package dev.simpleftp.console.progress;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.console.terminal.ProgressLine;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.Progress;
import dev.simpleftp.domain.Proof;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/// Draws a line for every copy that runs and one for all of them, at most ten times a second;
/// leaves one line for every file behind. Where nobody watches, only those are printed.
public final class ScreenView implements CopyView {
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final int MOST_LINES = 8;

  private final Screen screen;
  private final Runnable stillWanted;
  private final LongSupplier nanoTime;
  private final Set<Line> running = new LinkedHashSet<>();
  private final long began;
  private long drawn;
  private long files;
  private long octets;
  private long filesDone;
  private long octetsDone;
  private boolean sized = true;

  /// Makes one that shows nothing yet.
  ///
  /// @param stillWanted called now and then by the thread that copies; throws to end it
  /// @param nanoTime a clock that only goes forward, such as `System::nanoTime`
  public ScreenView(Screen screen, Runnable stillWanted, LongSupplier nanoTime) {
    this.screen = screen;
    this.stillWanted = stillWanted;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.drawn = began - INTERVAL_NANOS;
  }

  @Override
  public synchronized void expect(long filesToCopy, long octetsToCopy) {
    files = filesToCopy;
    octets = octetsToCopy;
    draw(false);
  }

  @Override
  public synchronized Watch begins(Task task) {
    var line = new Line(task);
    running.add(line);
    return line;
  }

  @Override
  public synchronized void close() {
    running.clear();
    screen.status("");
  }

  private void draw(boolean always) {
    long now = nanoTime.getAsLong();
    if (screen.width() > 0 && (always || now - drawn >= INTERVAL_NANOS)) {
      drawn = now;
      screen.status(lines(now));
    }
  }

  private List<String> lines(long now) {
    int width = screen.width();
    List<String> lines = new ArrayList<>();
    running.stream().limit(MOST_LINES).forEach(line -> lines.add(line.render(now, width)));
    if (files > 1) {
      long moving = running.stream().mapToLong(line -> line.done).sum();
      var all =
          new Progress(
              0,
              octetsDone + moving,
              sized ? OptionalLong.of(Math.max(octets, octetsDone + moving)) : OptionalLong.empty(),
              Duration.ofNanos(now - began));
      lines.add(ProgressLine.render(filesDone + "/" + files + " files", all, width));
    }
    return lines;
  }

  /// The line of one copy.
  private final class Line implements Watch {
    private final Task task;
    private final long lineBegan = nanoTime.getAsLong();
    private OptionalLong size = OptionalLong.empty();
    private long start;
    private long done;
    private String state = "";

    Line(Task task) {
      this.task = task;
    }

    @Override
    public void state(CopyListener.State now) {
      change(() -> state = CopyWords.state(now), !CopyWords.state(now).isEmpty());
    }

    @Override
    public void began(FileEntry source, long from) {
      change(
          () -> {
            boolean told = source.isFile() && source.sizeKnown();
            size = told ? OptionalLong.of(source.size()) : OptionalLong.empty();
            sized &= told;
            start = from;
            done = from;
          },
          false);
    }

    @Override
    public void resumed(long from, Proof proof) {
      change(() -> start = from, false);
    }

    @Override
    public void moved(long octetsNow) {
      change(() -> done = octetsNow, false);
    }

    @Override
    public void waits(Duration left, int attempt, IOException cause) {
      change(() -> state = CopyWords.waiting(left, attempt), true);
    }

    @Override
    public void warned(String sentence) {
      screen.note(task.label() + ": " + sentence);
    }

    @Override
    public void done(CopyFile.Report report) {
      synchronized (ScreenView.this) {
        running.remove(this);
        filesDone++;
        octetsDone += report.source().sizeKnown() ? report.source().size() : done;
      }
      screen.line(CopyWords.summary(task, report));
    }

    @Override
    public void failed(IOException cause) {
      synchronized (ScreenView.this) {
        running.remove(this);
        filesDone++;
      }
    }

    private void change(Runnable change, boolean show) {
      stillWanted.run();
      synchronized (ScreenView.this) {
        change.run();
        draw(show);
      }
    }

    private String render(long now, int width) {
      var progress = new Progress(start, done, size, Duration.ofNanos(now - lineBegan));
      return ProgressLine.render(task.name(), progress, state, width);
    }
  }
}
