package dev.simpleftp.console;

import dev.simpleftp.application.port.in.DescribeFile;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.TreeWalk.Found;
import dev.simpleftp.console.command.Word;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Glob;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what names and patterns stand for. The patterns are matched here, never by the other side:
/// every server has its own idea of them.
final class NameExpansion {
  private final Listings listings;
  private final DescribeFile describe;

  NameExpansion(Listings listings, DescribeFile describe) {
    this.listings = listings;
    this.describe = describe;
  }

  /// The entries that these words name, each once and in their order.
  ///
  /// @throws CommandFailure nothing stands there, or nothing fits
  List<Found> entries(Session session, List<Word> words) throws IOException, CommandFailure {
    List<Found> found = new ArrayList<>();
    for (Word word : words) {
      found.addAll(word.pattern() ? matches(session, word) : List.of(look(session, word.text())));
    }
    return found.stream().distinct().toList();
  }

  /// The entry of this name as the listing of its directory tells it: a link is told as a link,
  /// whatever it leads to.
  ///
  /// @throws CommandFailure nothing stands there, or nobody knows whether it is a link
  Found listed(Session session, String name) throws IOException, CommandFailure {
    Found asked = look(session, name);
    if (!asked.entry().isDirectory()) {
      return asked;
    }
    Optional<FileEntry> entry;
    try {
      entry =
          listings.read(session, asked.path().parent()).stream()
              .filter(one -> one.name().equals(asked.path().name()))
              .findFirst();
    } catch (Refused _) {
      throw maybeLink(name, "cannot be listed");
    }
    if (entry.isEmpty()) {
      throw maybeLink(name, "does not list it");
    }
    return new Found(asked.path(), entry.get());
  }

  private static CommandFailure maybeLink(String name, String why) {
    return new CommandFailure(
        ExitCode.REFUSED,
        "%s may be a link, because the directory that holds it %s; nothing is removed."
            .formatted(name, why));
  }

  /// The paths that these words name; of a plain word nothing is asked.
  List<Named> paths(Session session, List<Word> words) throws IOException, CommandFailure {
    List<Named> paths = new ArrayList<>();
    for (Word word : words) {
      if (word.pattern()) {
        matches(session, word)
            .forEach(
                found -> paths.add(new Named(prefix(word) + found.entry().name(), found.path())));
      } else {
        paths.add(new Named(word.text(), session.resolve(word.text())));
      }
    }
    return paths;
  }

  /// A path and how the user calls it.
  record Named(String name, FilePath path) {}

  /// What fits a pattern in its last part; a name that begins with a dot needs a pattern that does.
  List<Found> matches(Session session, Word pattern) throws IOException, CommandFailure {
    FilePath path = session.resolve(pattern.text());
    if (Glob.isPattern(path.parent().toString()) && Glob.isPattern(prefix(pattern))) {
      throw new CommandFailure(
          pattern.text() + ": * and ? may stand in the last part of a name only.");
    }
    var glob = new Glob(path.name().text());
    List<Found> fitting =
        listings.read(session, path.parent()).stream()
            .filter(entry -> fits(glob, entry))
            .map(entry -> new Found(path.parent().child(entry.name()), entry))
            .toList();
    if (fitting.isEmpty()) {
      throw new CommandFailure(
          ExitCode.REFUSED, pattern.text() + ": nothing there fits; 'ls' shows what is there.");
    }
    return fitting;
  }

  private Found look(Session session, String name) throws IOException, CommandFailure {
    try {
      FilePath path = session.resolve(name);
      return new Found(path, describe.describe(session, path));
    } catch (Refused refused) {
      throw CommandFailure.about(name, refused);
    }
  }

  private static boolean fits(Glob glob, FileEntry entry) {
    String name = entry.name().text();
    boolean hidden = name.startsWith(".") && !glob.pattern().startsWith(".");
    return !hidden && glob.matches(name);
  }

  private static String prefix(Word word) {
    return word.text().substring(0, word.text().lastIndexOf('/') + 1);
  }
}
