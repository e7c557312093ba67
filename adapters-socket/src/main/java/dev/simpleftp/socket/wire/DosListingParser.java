package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.OptionalLong;

/// Reads what `dir` of MS-DOS and Windows prints: `11-21-26 04:15PM <DIR> name`, with years of two
/// or four digits and clocks of 12 or 24 hours.
final class DosListingParser implements ListingParser {
  /// IIS fills `<DIR>` up to the width of its column; more blanks belong to the name.
  private static final int FILLED = 10;

  @Override
  public ListedLine read(String line) {
    var words = new ListingWords(line);
    LocalDate day = ListingDate.numeric(words.get(0));
    boolean apart = words.get(2).equalsIgnoreCase("AM") || words.get(2).equalsIgnoreCase("PM");
    LocalTime time = ListingDate.time(apart ? words.get(1) + words.get(2) : words.get(1));
    if (day == null || time == null) {
      return isRemark(line, words) ? ListedLine.remark() : ListedLine.unread();
    }
    return told(words, apart ? 3 : 2, ListingDate.instant(day, time));
  }

  /// @param i the word with the size or the kind
  private static ListedLine told(ListingWords words, int i, Instant modified) {
    String word = words.get(i);
    if (word.equalsIgnoreCase("<DIR>")) {
      String filled = words.behind(i, FILLED);
      boolean wide = words.behind(i, 0).length() - filled.length() == FILLED;
      String name = wide ? filled : filled.stripLeading();
      return ListedLine.named(name, FileKind.DIRECTORY, 0, modified);
    }
    if (word.startsWith("<") && word.endsWith(">")) {
      return ListedLine.named(linkName(words.behind(i).stripLeading()), FileKind.LINK, 0, modified);
    }
    OptionalLong size = ListingSize.read(word);
    return size.isPresent()
        ? ListedLine.named(words.behind(i), FileKind.FILE, size.getAsLong(), modified)
        : ListedLine.unread();
  }

  /// `<JUNCTION>` and `<SYMLINKD>` tell their target: `name [C:\target]`.
  private static String linkName(String name) {
    int target = name.endsWith("]") ? name.indexOf(" [") : -1;
    return target > 0 ? name.substring(0, target) : name;
  }

  /// The lines that `dir` prints around the entries.
  private static boolean isRemark(String line, ListingWords words) {
    String second = words.get(1);
    return line.startsWith(" Volume in drive ")
        || line.startsWith(" Volume Serial Number ")
        || line.startsWith(" Directory of ")
        || ((second.equals("File(s)") || second.equals("Dir(s)"))
            && ListingSize.read(words.get(0)).isPresent());
  }
}
