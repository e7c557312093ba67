package dev.simpleftp.console;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ConsoleCommand.ChangeDirectory;
import dev.simpleftp.console.command.ConsoleCommand.ListDirectory;
import dev.simpleftp.console.command.ConsoleCommand.LocalChangeDirectory;
import dev.simpleftp.console.command.ConsoleCommand.LocalList;
import dev.simpleftp.console.command.ConsoleCommand.LocalPrintDirectory;
import dev.simpleftp.console.command.ConsoleCommand.MakeDirectory;
import dev.simpleftp.console.command.ConsoleCommand.PrintDirectory;
import dev.simpleftp.console.command.ConsoleCommand.Remove;
import dev.simpleftp.console.command.ConsoleCommand.RemoveDirectory;
import dev.simpleftp.console.command.ConsoleCommand.Rename;
import dev.simpleftp.console.command.ConsoleCommand.Size;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TreeEdit;
import java.io.IOException;

/// The commands that look at a tree or change it.
final class TreeCommands {
  private final RemoteSession remote;
  private final LocalSide local;
  private final UseCases useCases;
  private final Listings listings;
  private final Screen screen;

  TreeCommands(RemoteSession remote, LocalSide local, UseCases useCases, ConsoleParts parts) {
    this.remote = remote;
    this.local = local;
    this.useCases = useCases;
    this.listings = new Listings(useCases.list(), parts);
    this.screen = parts.screen();
  }

  void execute(ConsoleCommand.RemoteTree command) throws IOException, CommandFailure {
    Session session = remote.required();
    switch (command) {
      case ListDirectory(var path, var details) ->
          listings.show(session, session.resolve(path), details);
      case ChangeDirectory(var path) ->
          useCases.changeDirectory().change(session, session.resolve(path));
      case PrintDirectory() -> screen.line(session.workingDirectory().toString());
      case Size(var path) -> size(session, session.resolve(path));
      case Remove(var path) -> remove(session, path);
      case MakeDirectory(var path) ->
          edit(session, new TreeEdit.MakeDirectory(session.resolve(path)));
      case RemoveDirectory(var path) ->
          edit(session, new TreeEdit.RemoveDirectory(session.resolve(path)));
      case Rename(var from, var to) -> rename(session, session.resolve(from), to);
    }
  }

  void execute(ConsoleCommand.LocalTree command) throws IOException {
    Session session = local.session();
    switch (command) {
      case LocalList(var path, var details) -> listings.show(session, local.resolve(path), details);
      case LocalChangeDirectory(var path) ->
          useCases.changeDirectory().change(session, local.resolve(path));
      case LocalPrintDirectory() -> screen.line(session.workingDirectory().toString());
    }
  }

  private void size(Session session, FilePath path) throws IOException, CommandFailure {
    FileEntry entry = useCases.describe().describeFile(session, path);
    if (!entry.sizeKnown()) {
      throw new CommandFailure(path.name() + ": this server does not tell sizes.");
    }
    long size = entry.size();
    String exact = size + (size == 1 ? " byte" : " bytes");
    screen.line(size < 1024 ? exact : exact + " (" + new ByteSize(size) + ")");
  }

  private void remove(Session session, String name) throws IOException, CommandFailure {
    try {
      edit(session, new TreeEdit.RemoveFile(session.resolve(name)));
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.NOT_A_FILE) {
        throw new CommandFailure(
            name + " is no file, so it stays. 'rmdir' removes an empty directory.", refused);
      }
      throw refused;
    }
  }

  /// Moves into a directory that stands at the new name, as a shell does.
  private void rename(Session session, FilePath from, String newName) throws IOException {
    if (from.isRoot()) {
      throw new Refused(Refusal.DENIED);
    }
    FilePath to = session.resolve(newName);
    boolean into = newName.endsWith("/") || isDirectory(session, to);
    edit(session, new TreeEdit.Rename(from, into ? to.child(from.name()) : to));
  }

  private boolean isDirectory(Session session, FilePath path) throws IOException {
    try {
      return useCases.describe().describe(session, path).isDirectory();
    } catch (Refused _) {
      return false;
    }
  }

  private void edit(Session session, TreeEdit edit) throws IOException {
    useCases.editTree().apply(session, edit);
    if (screen.interactive()) {
      screen.line(done(edit));
    }
  }

  private static String done(TreeEdit edit) {
    return switch (edit) {
      case TreeEdit.MakeDirectory(var path) -> "made " + path;
      case TreeEdit.RemoveFile(var path) -> "removed " + path;
      case TreeEdit.RemoveDirectory(var path) -> "removed " + path;
      case TreeEdit.Rename(var from, var to) -> "moved " + from + " to " + to;
      case TreeEdit.Modify(var path, var modified) -> "set the time of " + path + " to " + modified;
      case TreeEdit.ChangeMode(var path, var mode) ->
          "set the permissions of " + path + " to " + Integer.toOctalString(mode);
    };
  }
}
