package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyTree.Step;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The copies that run at the same time: a thread for each, opened when there is a file for it.
///
/// One lane alone needs no thread and no further session: then, and when no lane gets a session,
/// the thread that compares copies what has gathered.
final class TreeLanes implements AutoCloseable {
  private static final int WAITING = 4096;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final TreeRun run;
  private final TreeLane shared;
  private final StepQueue queue = new StepQueue(WAITING);
  private final List<Lane> lanes = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable IOException> lost = new AtomicReference<>();

  TreeLanes(TreeRun run) {
    this.run = run;
    this.shared = TreeLane.shared(run);
  }

  /// Has a file copied soon.
  void submit(Step.Copy step) throws IOException, InterruptedException {
    requireGoing();
    int parallel = run.options().parallel();
    if (parallel > 1 && lanes.size() < parallel) {
      start(TreeLane.separate(run, lanes.size()));
    }
    while (!queue.put(step)) {
      requireGoing();
      copyWhatWaits();
    }
  }

  /// @throws IOException what ended a lane and all others with it
  void requireGoing() throws IOException, InterruptedException {
    if (queue.isEnded()) {
      join();
    }
  }

  /// Waits until all files are copied.
  void finish() throws IOException, InterruptedException {
    queue.complete();
    join();
    copyWhatWaits();
  }

  private void start(TreeLane lane) {
    var task = new FutureTask<Optional<IOException>>(() -> work(lane));
    queue.laneOpens();
    lanes.add(new Lane(lane, task, thread(lane.number(), task)));
  }

  private static Thread thread(int lane, Runnable task) {
    return Thread.ofPlatform().daemon().name("mirror-" + lane).start(task);
  }

  /// The body of a lane's thread.
  private Optional<IOException> work(TreeLane lane) throws IOException, InterruptedException {
    boolean orderly = false;
    try {
      Optional<IOException> closed = serve(lane);
      orderly = true;
      return closed;
    } finally {
      lane.drop();
      queue.laneCloses();
      if (!orderly) {
        end();
      }
    }
  }

  private Optional<IOException> serve(TreeLane lane) throws IOException, InterruptedException {
    Optional<IOException> closed = open(lane);
    Optional<Step.Copy> step = closed.isEmpty() ? queue.take() : Optional.empty();
    while (step.isPresent()) {
      closed = lane.copy(step.get());
      closed.ifPresent(lost::set);
      step = closed.isEmpty() ? queue.take() : Optional.empty();
    }
    closed.ifPresent(cause -> run.listener().closed(lane.number(), cause));
    return closed;
  }

  /// @return why another session is not to be had
  private static Optional<IOException> open(TreeLane lane) throws InterruptedIOException {
    try {
      lane.open();
      return Optional.empty();
    } catch (IOException e) {
      TreeFailure.requireWanted();
      return Optional.of(e);
    }
  }

  /// Copies what no lane took, if any is left; a lost line is looked at first.
  private void copyWhatWaits() throws IOException {
    for (Optional<Step.Copy> step = queue.poll(); step.isPresent(); step = queue.poll()) {
      TreeFailure.requireWanted();
      requireLine();
      Optional<IOException> closed = shared.copy(step.get());
      if (closed.isPresent()) {
        throw closed.get();
      }
    }
  }

  private void requireLine() throws IOException {
    IOException cause = lost.getAndSet(null);
    if (cause == null) {
      return;
    }
    shared.drop();
    try {
      shared.open();
    } catch (IOException _) {
      TreeFailure.requireWanted();
      throw cause;
    }
  }

  private void end() {
    queue.end();
    lanes.forEach(lane -> lane.thread().interrupt());
  }

  /// Waits for all lanes and tells the failure that ended them.
  private void join() throws IOException, InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    for (Lane lane : lanes) {
      try {
        lane.task().get();
      } catch (ExecutionException e) {
        failures.add(cause(e));
      }
    }
    // Those that were interrupted tell nothing but that another one failed.
    failures.sort((a, b) -> Boolean.compare(isInterruption(a), isInterruption(b)));
    if (!failures.isEmpty()) {
      raise(failures.getFirst());
    }
  }

  private static Throwable cause(ExecutionException e) {
    Throwable cause = e.getCause();
    return cause == null ? e : cause;
  }

  private static boolean isInterruption(Throwable cause) {
    return cause instanceof InterruptedIOException || cause instanceof InterruptedException;
  }

  private static void raise(Throwable cause) throws IOException, InterruptedException {
    switch (cause) {
      case IOException e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(cause);
    }
  }

  /// Ends what still runs; afterwards no thread of a lane is left.
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    end();
    for (Lane lane : lanes) {
      interrupted |= awaitEnd(lane);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// A lane that does not hear the interrupt loses its sessions.
  ///
  /// @return whether this thread was interrupted meanwhile
  private static boolean awaitEnd(Lane lane) {
    boolean interrupted = false;
    while (lane.thread().isAlive()) {
      try {
        if (!lane.thread().join(PATIENCE)) {
          lane.lane().drop();
        }
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  /// A lane at work.
  private record Lane(TreeLane lane, FutureTask<Optional<IOException>> task, Thread thread) {}
}
