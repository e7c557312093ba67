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

/// Asks what shall become of a file that is already there.
final class ReplaceQuestion {
  private static final Optional<Answer> SKIP = Optional.of(new Skip());

  private final Screen screen;
  private final ZoneId zone;

  ReplaceQuestion(Screen screen, ZoneId zone) {
    this.screen = screen;
    this.zone = zone;
  }

  /// What the user wants.
  sealed interface Answer {}

  record Overwrite() implements Answer {}

  record Skip() implements Answer {}

  record Rename(String name) implements Answer {}

  /// Shows both files and asks until the answer is one; no answer keeps the old file.
  Answer ask(FilePath target, FileEntry old, FileEntry fresh) {
    screen.line(target.name() + " exists already.");
    screen.line("  there: " + described(old));
    screen.line("  new:   " + described(fresh));
    Optional<Answer> answer = Optional.empty();
    while (answer.isEmpty()) {
      answer = screen.ask("[O]verwrite, [S]kip or [N]ew name? ").map(this::read).orElse(SKIP);
    }
    return answer.get();
  }

  private Optional<Answer> read(String typed) {
    return switch (typed.strip().toLowerCase(Locale.ROOT)) {
      case "o", "overwrite" -> Optional.of(new Overwrite());
      case "s", "skip" -> SKIP;
      case "n", "new", "new name" -> newName();
      default -> Optional.empty();
    };
  }

  private Optional<Answer> newName() {
    return screen.ask("New name: ").map(String::strip).filter(FileName::isValid).map(Rename::new);
  }

  private String described(FileEntry entry) {
    Instant when = entry.modified();
    String date = when.equals(Instant.EPOCH) ? "date unknown" : Listings.date(when, zone);
    String size = entry.sizeKnown() ? new ByteSize(entry.size()).toString() : "size unknown";
    return size + ", " + date;
  }
}
