package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what `ls -l` prints, in its many variants: with and without a group, with inode and blocks
/// in front, marks behind the rights, devices, links, dates of every style.
///
/// [UnixListing] writes one of them.
final class UnixListingParser implements ListingParser {
  private static final int RIGHTS_LENGTH = 10;
  private static final int NUMBERS_IN_FRONT = 2;
  private static final String ARROW = " -> ";

  /// The first word of the headline, in the languages that `ls` speaks.
  private static final Set<String> TOTALS =
      Set.of(
          "total",
          "totale",
          "totalt",
          "totaal",
          "insgesamt",
          "gesamt",
          "razem",
          "celkem",
          "итого",
          "всего",
          "合計",
          "总用量",
          "总计",
          "toplam");

  private final UnixTail tail;

  UnixListingParser(Instant now) {
    this.tail = new UnixTail(now);
  }

  @Override
  public ListedLine read(String line) {
    int rights = rights(line);
    FileKind kind = rights < 0 ? null : kind(line.charAt(rights));
    if (kind == null) {
      return isTotal(line) ? ListedLine.remark() : ListedLine.unread();
    }
    var words = new ListingWords(line, rights + RIGHTS_LENGTH);
    return tail.find(words, kind == FileKind.OTHER)
        .map(found -> told(kind, mode(line, rights), found))
        .orElse(ListedLine.unread());
  }

  private static ListedLine told(FileKind kind, int mode, UnixTail.Tail tail) {
    int arrow = kind == FileKind.LINK ? tail.name().indexOf(ARROW) : -1;
    String name = arrow > 0 ? tail.name().substring(0, arrow) : tail.name();
    long size = kind == FileKind.FILE || kind == FileKind.LINK ? tail.size() : 0;
    return ListedLine.named(
        name, valid -> new FileEntry(valid, kind, size, tail.modified(), mode, ""));
  }

  /// Where the rights begin, behind blanks and at most two numbers; -1 when they do not.
  private static int rights(String line) {
    int i = skipBlanks(line, 0);
    for (int numbers = 0; numbers < NUMBERS_IN_FRONT && isDigit(line, i); numbers++) {
      while (isDigit(line, i)) {
        i++;
      }
      i = skipBlanks(line, i);
    }
    return areRights(line, i) ? i : -1;
  }

  private static boolean areRights(String line, int start) {
    if (line.length() - start < RIGHTS_LENGTH) {
      return false;
    }
    for (int i = start + 1; i < start + RIGHTS_LENGTH; i++) {
      if ("rwxsStTlL-".indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable FileKind kind(char letter) {
    return switch (letter) {
      case '-' -> FileKind.FILE;
      case 'd' -> FileKind.DIRECTORY;
      case 'l' -> FileKind.LINK;
      case 'b', 'c', 'p', 's', 'D', 'P' -> FileKind.OTHER;
      default -> null;
    };
  }

  private static int mode(String line, int rights) {
    int mode = 0;
    for (int i = rights + 1; i < rights + RIGHTS_LENGTH; i++) {
      mode = mode << 1 | ("rwxst".indexOf(line.charAt(i)) >= 0 ? 1 : 0);
    }
    return mode;
  }

  private static boolean isTotal(String line) {
    var words = new ListingWords(line);
    return words.count() == 2
        && TOTALS.contains(words.get(0).toLowerCase(Locale.ROOT))
        && isDigit(words.get(1), 0);
  }

  private static int skipBlanks(String line, int from) {
    int i = from;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static boolean isDigit(String line, int i) {
    return i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9';
  }
}
