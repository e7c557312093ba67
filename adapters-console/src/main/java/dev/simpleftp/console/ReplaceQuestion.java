package dev.simpleftp.console;

import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// Asks what shall become of a file that is already there; remembers an answer that is for all.
final class ReplaceQuestion {
  private static final String FOR_ALL = "!";
  private static final Optional<Answer> SKIP = Optional.of(new Skip());

  private final Screen screen;
  private final ZoneId zone;
  private final boolean many;
  private Optional<Answer> always = Optional.empty();

  /// @param many whether an answer may be for all files of the command
  ReplaceQuestion(Screen screen, ZoneId zone, boolean many) {
    this.screen = screen;
    this.zone = zone;
    this.many = many;
  }

  /// What the user wants.
  sealed interface Answer {}

  record Overwrite() implements Answer {}

  record Resume() implements Answer {}

  record Skip() implements Answer {}

  /// @param name valid as a name of a file
  record Rename(String name) implements Answer {}

  /// Shows both files and asks until the answer is one; no answer keeps the old file, and all
  /// others of the command.
  Answer ask(FilePath target, FileEntry old, FileEntry fresh) {
    if (always.isPresent()) {
      return always.get();
    }
    screen.line(target.name() + " exists already.");
    screen.line("  there: " + described(old, zone));
    screen.line("  new:   " + described(fresh, zone));
    Optional<Answer> answer = Optional.empty();
    while (answer.isEmpty()) {
      answer = screen.ask(choices()).map(this::read).orElseGet(() -> forAll(SKIP));
    }
    return answer.get();
  }

  private String choices() {
    return "[O]verwrite, [R]esume, [S]kip or [N]ew name" + (many ? " (O! R! S! for all)? " : "? ");
  }

  private Optional<Answer> read(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    boolean all = many && text.endsWith(FOR_ALL);
    Optional<Answer> answer = one(all ? text.substring(0, text.length() - 1).strip() : text);
    return all ? forAll(answer.filter(one -> !(one instanceof Rename))) : answer;
  }

  private Optional<Answer> forAll(Optional<Answer> answer) {
    always = answer;
    return answer;
  }

  private Optional<Answer> one(String typed) {
    return switch (typed) {
      case "o", "overwrite" -> Optional.of(new Overwrite());
      case "r", "resume" -> Optional.of(new Resume());
      case "s", "skip" -> SKIP;
      case "n", "new", "new name" -> newName();
      default -> Optional.empty();
    };
  }

  private Optional<Answer> newName() {
    return screen.ask("New name: ").map(String::strip).filter(FileName::isValid).map(Rename::new);
  }

  /// Size and date.
  static String described(FileEntry entry, ZoneId zone) {
    Instant when = entry.modified();
    String date = when.equals(Instant.EPOCH) ? "date unknown" : Listings.date(when, zone);
    String size = entry.sizeKnown() ? new ByteSize(entry.size()).toString() : "size unknown";
    return size + ", " + date;
  }
}
