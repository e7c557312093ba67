package dev.simpleftp.console.command;

import java.util.List;
import java.util.Optional;

/// Transfers that go on while you do something else.
final class JobWords {
  private JobWords() {}

  static List<CommandWord> rows() {
    return List.of(jobs(), await(), kill(), queue());
  }

  private static CommandWord jobs() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("jobs", 0, 0)
            .printing()
            .help(
                """
                Show the transfers in the background. A transfer goes there when & stands behind
                it.\
                """)
            .examples("jobs"),
        _ -> new ConsoleCommand.ShowJobs());
  }

  private static CommandWord await() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("wait [JOB]", 0, 1)
            .help("Wait until a job, or all of them, have ended. Ctrl-C ends the waiting only.")
            .examples("wait", "wait 2"),
        given ->
            new ConsoleCommand.WaitForJobs(
                given.size() == 0 ? Optional.empty() : Optional.of(Given.number(given.first()))));
  }

  private static CommandWord kill() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("kill JOB", 1, 1)
            .help("End a job; what it has copied of a file is kept, so that it can go on later.")
            .examples("kill 1"),
        given -> new ConsoleCommand.KillJob(Given.number(given.first())));
  }

  private static CommandWord queue() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("queue COMMAND", 1, Row.MANY)
            .options(Row.NO_OPTIONS)
            .help("Run a transfer in the background when those queued before it are done.")
            .examples("queue get big.iso", "queue mirror pub"),
        given -> new ConsoleCommand.Queue(CommandParser.transfer(given.words())));
  }
}
