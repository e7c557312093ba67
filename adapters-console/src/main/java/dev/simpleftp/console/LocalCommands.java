package dev.simpleftp.console;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ConsoleCommand.LocalChangeBack;
import dev.simpleftp.console.command.ConsoleCommand.LocalChangeDirectory;
import dev.simpleftp.console.command.ConsoleCommand.LocalList;
import dev.simpleftp.console.command.ConsoleCommand.LocalMakeDirectory;
import dev.simpleftp.console.command.ConsoleCommand.LocalPrintDirectory;
import dev.simpleftp.console.command.Word;
import dev.simpleftp.domain.TreeEdit;
import java.io.IOException;

/// The commands that concern this machine's tree.
final class LocalCommands {
  private final LocalSide local;
  private final UseCases useCases;
  private final Directories directories;
  private final ConsoleParts parts;

  LocalCommands(LocalSide local, UseCases useCases, Directories directories, ConsoleParts parts) {
    this.local = local;
    this.useCases = useCases;
    this.directories = directories;
    this.parts = parts;
  }

  void execute(ConsoleCommand.LocalTree command) throws IOException, CommandFailure {
    Session session = local.session();
    switch (command) {
      case LocalList(var word, var style) -> {
        var path = new Word(local.resolve(word.text()).toString(), word.quoted(), word.pattern());
        directories.show(session, path, style);
      }
      case LocalChangeDirectory(var path) -> directories.change(session, local.resolve(path));
      case LocalChangeBack() -> {
        directories.changeBack(session);
        parts.screen().line(session.workingDirectory().toString());
      }
      case LocalPrintDirectory() -> parts.screen().line(session.workingDirectory().toString());
      case LocalMakeDirectory(var path) ->
          useCases.editTree().apply(session, new TreeEdit.MakeDirectory(local.resolve(path)));
    }
  }
}
