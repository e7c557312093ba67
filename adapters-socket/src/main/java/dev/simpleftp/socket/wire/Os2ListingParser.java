package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.OptionalLong;

/// Reads what OS/2 prints: `0 DIR 04-11-95 16:26 name`, attribute letters between size and date.
final class Os2ListingParser implements ListingParser {
  private static final int MOST_ATTRIBUTES = 4;
  private static final String ATTRIBUTES = "ARSH";

  @Override
  public ListedLine read(String line) {
    var words = new ListingWords(line);
    OptionalLong size = ListingSize.read(words.get(0));
    int date = 1;
    while (date <= MOST_ATTRIBUTES && isAttribute(words.get(date))) {
      date++;
    }
    LocalDate day = ListingDate.numeric(words.get(date));
    LocalTime time = ListingDate.time(words.get(date + 1));
    if (size.isEmpty() || day == null || time == null) {
      return ListedLine.unread();
    }
    boolean directory = words.get(date - 1).equalsIgnoreCase("DIR");
    FileKind kind = directory ? FileKind.DIRECTORY : FileKind.FILE;
    String name = words.behind(date + 1).stripLeading();
    Instant modified = ListingDate.instant(day, time);
    return ListedLine.named(name, kind, size.getAsLong(), modified);
  }

  private static boolean isAttribute(String word) {
    String upper = word.length() <= ATTRIBUTES.length() ? word.toUpperCase(Locale.ROOT) : "";
    return upper.equals("DIR")
        || (!upper.isEmpty() && upper.chars().allMatch(c -> ATTRIBUTES.indexOf(c) >= 0));
  }
}
