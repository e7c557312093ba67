package dev.simpleftp.console;

import dev.simpleftp.console.CommandRunner.Done;
import dev.simpleftp.console.CommandRunner.Failed;
import dev.simpleftp.console.CommandRunner.Outcome;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The transfers in the background. The thread that runs the commands uses it.
final class Jobs {
  private static final long GLANCE_MILLIS = 200;

  private final RemoteSession remote;
  private final LocalSide local;
  private final TransferCommands transfers;
  private final ConsoleParts parts;
  private final List<Job> jobs = new ArrayList<>();
  private Optional<Job> lastQueued = Optional.empty();
  private int last;
  private boolean silent;

  Jobs(RemoteSession remote, LocalSide local, TransferCommands transfers, ConsoleParts parts) {
    this.remote = remote;
    this.local = local;
    this.transfers = transfers;
    this.parts = parts;
  }

  void execute(ConsoleCommand.OfJobs command) throws IOException, CommandFailure {
    switch (command) {
      case ConsoleCommand.ShowJobs() -> show();
      case ConsoleCommand.WaitForJobs(var number) -> await(number);
      case ConsoleCommand.KillJob(var number) -> find(number).kill();
      case ConsoleCommand.Queue(var transfer) -> queue(transfer);
    }
  }

  /// Begins a transfer beside the commands.
  void start(ConsoleCommand.Transfer command) throws IOException, CommandFailure {
    Job job = add(command);
    job.start();
    screen().line(job.line());
  }

  private void queue(ConsoleCommand.Transfer command) throws IOException, CommandFailure {
    Job job = add(command);
    lastQueued.ifPresentOrElse(job::startAfter, job::start);
    lastQueued = Optional.of(job);
    screen().line(job.line());
  }

  private Job add(ConsoleCommand.Transfer command) throws IOException, CommandFailure {
    RemoteConnection connection = remote.another();
    LocalSide own = local.another();
    var directory = remote.required().workingDirectory();
    int number = ++last;
    var job =
        new Job(
            number,
            command,
            screen -> {
              var at = new Workplace(connection.endpoint(), own, parts.on(screen));
              return new Work(number, command, connection, at, directory);
            });
    jobs.add(job);
    return job;
  }

  private void show() {
    tellEnded();
    for (Job job : jobs) {
      screen().line(job.line());
      job.screen().progress().forEach(line -> screen().line("    " + line));
    }
    if (jobs.isEmpty() && screen().width() > 0) {
      screen().line("There are no jobs; 'get FILE &' begins one.");
    }
  }

  private Job find(int number) throws CommandFailure {
    return jobs.stream()
        .filter(job -> job.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new CommandFailure("There is no job " + number + "; 'jobs' shows them."));
  }

  /// Waits, and shows how far they are.
  private void await(Optional<Integer> number) throws CommandFailure {
    List<Job> awaited = number.isPresent() ? List.of(find(number.get())) : List.copyOf(jobs);
    awaited.forEach(this::await);
    Optional<ExitCode> failure = tell(awaited);
    if (failure.isPresent()) {
      throw new CommandFailure(failure.get(), "A job failed.");
    }
  }

  private void await(Job job) {
    while (job.isRunning()) {
      parts.cancellation().check();
      try {
        var _ = job.end().get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        screen().status(job.screen().progress());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new Cancellation.Cancelled();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    screen().status("");
  }

  /// Shows what has ended since the last time and forgets it.
  void tellEnded() {
    tell(jobs.stream().filter(job -> !job.isRunning()).toList());
  }

  /// @return how the first of them failed
  private Optional<ExitCode> tell(List<Job> ended) {
    ended.forEach(job -> job.tell(screen()));
    jobs.removeIf(Job::isTold);
    return ended.stream().map(Job::failure).flatMap(Optional::stream).findFirst();
  }

  /// Waits for all of them at the end of a script.
  ///
  /// @return how the first of them failed
  Optional<ExitCode> finish() {
    List<Job> all = List.copyOf(jobs);
    all.forEach(this::await);
    return tell(all);
  }

  /// Somebody is there and does something else.
  void heardFrom() {
    silent = false;
  }

  /// Asks before jobs are left alone; a script waits for them at its end.
  void requireLeave() throws CommandFailure {
    List<Job> running = jobs.stream().filter(Job::isRunning).toList();
    if (running.isEmpty() || !screen().interactive()) {
      return;
    }
    running.forEach(job -> screen().line(job.line()));
    // Ctrl-C stays, but whoever cannot answer at all gets away at the second time.
    Optional<String> told = screen().ask("[W]ait for them, [K]ill them or [S]tay? ");
    String answer = told.orElse(silent ? "k" : "s").strip();
    silent = told.isEmpty();
    switch (answer.toLowerCase(Locale.ROOT)) {
      case "w", "wait" -> finish();
      case "k", "kill" -> kill(running);
      default -> throw new CommandFailure("'jobs' shows what runs.");
    }
  }

  private void kill(List<Job> running) {
    running.forEach(Job::kill);
    running.forEach(this::await);
  }

  private Screen screen() {
    return parts.screen();
  }

  /// Runs one transfer and says how it ended.
  private final class Work implements Job.Work {
    private final int number;
    private final ConsoleCommand.Transfer command;
    private final RemoteConnection connection;
    private final Workplace at;
    private final FilePath directory;

    Work(
        int number,
        ConsoleCommand.Transfer command,
        RemoteConnection connection,
        Workplace at,
        FilePath directory) {
      this.number = number;
      this.command = command;
      this.connection = connection;
      this.at = at;
      this.directory = directory;
    }

    @Override
    public Outcome run() {
      parts.transcript().mark("[" + number + "] ");
      try (connection;
          var _ = at.local().endpoint()) {
        at.parts().cancellation().check();
        connection.enter(directory);
        transfers.execute(command, at);
        return new Done();
      } catch (CommandFailure failure) {
        return new Failed(failure.code(), Failures.sentence(failure));
      } catch (Cancellation.Cancelled _) {
        return new Failed(ExitCode.INTERRUPTED, "Interrupted.");
      } catch (IOException e) {
        return new Failed(Failures.code(e, false), command.subject() + ": " + Failures.sentence(e));
      }
    }

    @Override
    public void cancel() {
      at.parts().cancellation().cancel();
    }

    @Override
    public void abandon() {
      connection.drop();
    }
  }
}
