package dev.simpleftp.console;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.NameExpansion.Named;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ConsoleCommand.ChangeMode;
import dev.simpleftp.console.command.ConsoleCommand.MakeDirectories;
import dev.simpleftp.console.command.ConsoleCommand.Remove;
import dev.simpleftp.console.command.ConsoleCommand.RemoveDirectories;
import dev.simpleftp.console.command.ConsoleCommand.Rename;
import dev.simpleftp.console.command.ConsoleCommand.SetTime;
import dev.simpleftp.console.command.Word;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TreeEdit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The commands that change the remote tree. Of several names the first no ends the command; what
/// was done before stays done.
final class ChangeCommands {
  private final RemoteSession remote;
  private final UseCases useCases;
  private final NameExpansion names;
  private final Edits edits;
  private final ConsoleParts parts;

  ChangeCommands(RemoteSession remote, UseCases useCases, ConsoleParts parts) {
    var listings = new Listings(useCases.list(), parts);
    this.remote = remote;
    this.useCases = useCases;
    this.names = new NameExpansion(listings, useCases.describe());
    this.edits = new Edits(useCases.editTree(), parts);
    this.parts = parts;
  }

  void execute(ConsoleCommand.Changing command) throws IOException, CommandFailure {
    Session session = remote.required();
    switch (command) {
      case Remove remove -> remove(session, remove);
      case MakeDirectories(var paths, var parents) -> makeAll(session, paths, parents);
      case RemoveDirectories(var paths) -> each(session, paths, TreeEdit.RemoveDirectory::new);
      case Rename rename -> rename(session, rename);
      case ChangeMode(var mode, var files) ->
          each(session, files, path -> new TreeEdit.ChangeMode(path, mode));
      case SetTime(var path, var time) -> {
        Instant when = time.map(t -> t.atZone(parts.zone()).toInstant()).orElseGet(Instant::now);
        edits.apply(session, new TreeEdit.Modify(session.resolve(path), when));
      }
    }
  }

  private void remove(Session session, Remove command) throws IOException, CommandFailure {
    var listings = new Listings(useCases.list(), parts);
    var found = new NameExpansion(listings, useCases.describe());
    var walk = new TreeWalk(listings::readWhole, parts.cancellation());
    new Removal(found, walk, edits, parts).remove(session, command);
    if (command.files().stream().anyMatch(Word::pattern)) {
      listings.requireWhole();
    }
  }

  private void each(Session session, List<Word> words, Function<FilePath, TreeEdit> edit)
      throws IOException, CommandFailure {
    for (Named named : names.paths(session, words)) {
      edits.apply(session, named.name(), edit.apply(named.path()));
    }
  }

  private void makeAll(Session session, List<String> paths, boolean parents)
      throws IOException, CommandFailure {
    for (String name : paths) {
      FilePath path = session.resolve(name);
      if (!parents) {
        edits.apply(session, name, new TreeEdit.MakeDirectory(path));
      } else if (!isDirectory(session, path)) {
        makeWithParents(session, name, path);
      }
    }
  }

  /// Asks upwards what is there, then makes downwards: a server may refuse to say of a directory
  /// far up that it exists.
  private void makeWithParents(Session session, String name, FilePath path)
      throws IOException, CommandFailure {
    if (!path.parent().isRoot() && !isDirectory(session, path.parent())) {
      makeWithParents(session, name, path.parent());
    }
    edits.apply(session, name, new TreeEdit.MakeDirectory(path));
  }

  /// Moves into a directory that stands at the new name, as a shell does.
  private void rename(Session session, Rename command) throws IOException, CommandFailure {
    FilePath from = session.resolve(command.from());
    if (from.isRoot()) {
      throw new Refused(Refusal.DENIED);
    }
    FilePath to = session.resolve(command.to());
    boolean into = command.to().endsWith("/") || isDirectory(session, to);
    FilePath place = into ? to.child(from.name()) : to;
    Optional<FileEntry> old = command.replace() ? Optional.empty() : look(session, place);
    if (old.isEmpty() || agreed(place, old.get())) {
      edits.apply(session, new TreeEdit.Rename(from, place));
    }
  }

  private boolean agreed(FilePath place, FileEntry old) throws CommandFailure {
    String there =
        place + " is there already (" + ReplaceQuestion.described(old, parts.zone()) + ").";
    if (!parts.screen().interactive()) {
      throw new CommandFailure(ExitCode.REFUSED, there + " -f replaces it. Nothing was moved.");
    }
    String answer = parts.screen().ask(there + " Replace it? [y/N] ").orElse("");
    boolean yes = List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    if (!yes) {
      parts.screen().line("Nothing is moved.");
    }
    return yes;
  }

  private boolean isDirectory(Session session, FilePath path) throws IOException {
    return look(session, path).filter(FileEntry::isDirectory).isPresent();
  }

  private Optional<FileEntry> look(Session session, FilePath path) throws IOException {
    try {
      return Optional.of(useCases.describe().describe(session, path));
    } catch (Refused _) {
      return Optional.empty();
    }
  }
}
