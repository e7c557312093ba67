package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.in.CopyTree.Step;
import dev.simpleftp.console.progress.CopyView;
import dev.simpleftp.console.progress.JsonEvents;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Shows the steps of a mirror. Thread-safe.
final class MirrorWatch implements CopyTree.TreeListener {
  private final CopyView view;
  private final Workplace at;
  private final Direction direction;
  private final boolean rehearsal;
  private final Runnable stillWanted;
  private final Map<FilePath, CopyView.Watch> running = new ConcurrentHashMap<>();

  MirrorWatch(CopyView view, Workplace at, Direction direction, boolean rehearsal) {
    this.view = view;
    this.at = at;
    this.direction = direction;
    this.rehearsal = rehearsal;
    this.stillWanted = at.parts().cancellation().watch();
  }

  /// A path below both directories.
  static String shown(FilePath path) {
    return path.isRoot() ? "." : path.toString().substring(1);
  }

  @Override
  public void compared(long entries, long filesToCopy, long octetsToCopy) {
    stillWanted.run();
    view.expect(filesToCopy, octetsToCopy);
  }

  @Override
  public CopyListener begins(Step step, int lane) {
    stillWanted.run();
    if (rehearsal) {
      at.parts()
          .events()
          .ifPresentOrElse(
              events -> events.accept(plan(step)), () -> at.screen().line(planned(step)));
      return CopyListener.NONE;
    }
    if (step instanceof Step.Copy) {
      String name = shown(step.path());
      CopyView.Watch watch = view.begins(new CopyView.Task(name, name, direction.done()));
      running.put(step.path(), watch);
      return watch;
    }
    return CopyListener.NONE;
  }

  private static String plan(Step step) {
    String path = shown(step.path());
    return switch (step) {
      case Step.MakeDirectory _ -> JsonEvents.plan("mkdir", path);
      case Step.Copy _ -> JsonEvents.plan("copy", path);
      case Step.RemoveFile _ -> JsonEvents.plan("rm", path);
      case Step.RemoveDirectory _ -> JsonEvents.plan("rmdir", path);
    };
  }

  private static String planned(Step step) {
    String path = shown(step.path());
    return switch (step) {
      case Step.MakeDirectory _ -> "would make    " + path + "/";
      case Step.Copy(_, var source, var why) ->
          "would copy    " + path + " (" + size(source) + ", " + why + ")";
      case Step.RemoveFile _ -> "would remove  " + path;
      case Step.RemoveDirectory _ -> "would remove  " + path + "/";
    };
  }

  private static String size(FileEntry source) {
    return source.sizeKnown() ? new ByteSize(source.size()).toString() : "size unknown";
  }

  @Override
  public void copied(Step.Copy step, int lane, CopyFile.Report report) {
    CopyView.Watch watch = running.remove(step.path());
    if (watch != null) {
      watch.done(report);
    }
  }

  @Override
  public void done(Step step, int lane) {
    if (rehearsal) {
      return;
    }
    switch (step) {
      case Step.MakeDirectory _ -> at.screen().line(shown(step.path()) + "/: made");
      case Step.RemoveFile _, Step.RemoveDirectory _ ->
          at.screen().line(shown(step.path()) + ": removed");
      case Step.Copy _ -> {}
    }
  }

  @Override
  public void failed(Step step, int lane, IOException cause) {
    CopyView.Watch watch = running.remove(step.path());
    if (watch != null) {
      watch.failed(cause);
    }
    failed(step.path(), cause);
  }

  @Override
  public void failed(FilePath path, IOException cause) {
    at.screen().note(shown(path) + ": failed: " + CopyFailures.inMirror(cause));
  }

  @Override
  public void skipped(FilePath path, String why) {
    at.screen().note(shown(path) + ": skipped: " + why);
  }

  @Override
  public void waits(Duration left, int attempt, IOException cause) {
    stillWanted.run();
    at.screen()
        .status("The connection is lost; try %d in %d s".formatted(attempt, left.toSeconds() + 1));
  }

  @Override
  public void closed(int lane, IOException cause) {
    at.screen().note("One session fewer copies, the others go on: " + Failures.sentence(cause));
  }
}
