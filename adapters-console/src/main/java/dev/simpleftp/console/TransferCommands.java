package dev.simpleftp.console;

import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ConsoleCommand.Append;
import dev.simpleftp.console.command.ConsoleCommand.Get;
import dev.simpleftp.console.command.ConsoleCommand.GetMany;
import dev.simpleftp.console.command.ConsoleCommand.Mirror;
import dev.simpleftp.console.command.ConsoleCommand.Put;
import dev.simpleftp.console.command.ConsoleCommand.PutMany;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;

/// The commands that move files, here and now or in the background.
final class TransferCommands {
  private final ConsoleCore core;

  TransferCommands(ConsoleCore core) {
    this.core = core;
  }

  void execute(ConsoleCommand.Transfer command, Workplace at) throws IOException, CommandFailure {
    switch (command) {
      case Get get -> get(get, at);
      case Put put -> put(put, at);
      case GetMany many -> new ManyFiles(core, at).get(many);
      case PutMany many -> new ManyFiles(core, at).put(many);
      case Append append -> new Appending(core.useCases(), at).append(append);
      case Mirror mirror -> new Mirroring(core, at).mirror(mirror);
    }
  }

  private void get(Get command, Workplace at) throws IOException, CommandFailure {
    FilePath source = at.session().resolve(command.remote());
    if (source.isRoot()) {
      throw new CommandFailure(
          ExitCode.REFUSED, "The root is a directory; 'get' takes one file, 'mirror' a tree.");
    }
    var places = new TransferPlaces(core.useCases().describe(), at);
    Errand errand =
        places.down(command.remote(), source, places.local(command.local(), source.name()));
    copy(errand, at, new CopyRun.Manner(command.ifThere(), false));
  }

  private void put(Put command, Workplace at) throws IOException, CommandFailure {
    var places = new TransferPlaces(core.useCases().describe(), at);
    FilePath source = places.requireLocal(command.local());
    Errand errand =
        places.up(command.local(), source, places.remote(command.remote(), source.name()));
    copy(errand, at, new CopyRun.Manner(command.ifThere(), false));
  }

  private void copy(Errand errand, Workplace at, CopyRun.Manner manner)
      throws IOException, CommandFailure {
    try (var run = new CopyRun(core, at, manner)) {
      run.copy(errand);
    }
  }
}
