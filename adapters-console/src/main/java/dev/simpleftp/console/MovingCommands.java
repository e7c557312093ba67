package dev.simpleftp.console;

import dev.simpleftp.console.command.ConsoleCommand;
import java.io.IOException;

/// The transfers that are run at once, with the session that everybody uses, and those in the
/// background.
final class MovingCommands {
  private final RemoteSession remote;
  private final LocalSide local;
  private final TransferCommands transfers;
  private final Jobs jobs;
  private final ConsoleParts parts;

  MovingCommands(RemoteSession remote, LocalSide local, ConsoleCore core, ConsoleParts parts) {
    this.remote = remote;
    this.local = local;
    this.transfers = new TransferCommands(core);
    this.jobs = new Jobs(remote, local, transfers, parts);
    this.parts = parts;
  }

  Jobs jobs() {
    return jobs;
  }

  void execute(ConsoleCommand.Transfer command) throws IOException, CommandFailure {
    transfers.execute(command, new Workplace(remote.endpoint(), local, parts));
  }
}
