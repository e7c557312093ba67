package dev.simpleftp.console;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.TreeWalk.Found;
import dev.simpleftp.console.command.ListStyle;
import dev.simpleftp.console.command.Word;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Lists and changes the directory of one side.
final class Directories {
  private final UseCases useCases;
  private final Listings listings;
  private final NameExpansion names;
  private Optional<Left> left = Optional.empty();

  Directories(UseCases useCases, ConsoleParts parts) {
    this.useCases = useCases;
    this.listings = new Listings(useCases.list(), parts);
    this.names = new NameExpansion(listings, useCases.describe());
  }

  /// The directory somebody was in before.
  private record Left(Session session, FilePath directory) {}

  /// Shows a directory, a file or what fits a pattern.
  void show(Session session, Word word, ListStyle style) throws IOException, CommandFailure {
    if (word.pattern()) {
      var fitting = names.matches(session, word).stream().map(Found::entry).toList();
      listings.show(fitting, style, false);
      return;
    }
    FilePath path = session.resolve(word.text());
    if (style.itself()) {
      listings.show(List.of(useCases.describe().describe(session, path)), style, false);
    } else {
      listings.showAll(session, path, style);
    }
  }

  void change(Session session, FilePath directory) throws IOException {
    FilePath before = session.workingDirectory();
    useCases.changeDirectory().change(session, directory);
    left = Optional.of(new Left(session, before));
  }

  /// Goes where this session was before its last change.
  void changeBack(Session session) throws IOException, CommandFailure {
    Optional<Left> back = left.filter(l -> l.session().equals(session));
    if (back.isEmpty()) {
      throw new CommandFailure("There is no directory to go back to yet.");
    }
    change(session, back.get().directory());
  }
}
