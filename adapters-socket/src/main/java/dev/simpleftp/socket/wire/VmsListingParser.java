package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads what VMS prints: `NAME.TXT;1 12/24 21-NOV-2026 04:15:00 [GROUP,OWNER] (RWED,RWED,RE,)`,
/// where a long name has a line of its own and the rest follows indented.
///
/// Names lose their version and directories their `.DIR`, since paths are written without them. Of
/// several versions only the first one told, the newest, is an entry. Sizes are blocks of 512
/// octets, so they are estimates.
final class VmsListingParser implements ListingParser {
  private static final int BLOCK = 512;
  private static final String DIRECTORY = ".DIR";

  private @Nullable String wrapped;
  private String last = "";

  @Override
  public ListedLine read(String line) {
    String begun = wrapped;
    wrapped = null;
    if (begun != null && line.startsWith(" ")) {
      return entry(new ListingWords(begun + line)) instanceof ListedLine.Entry told
          ? new ListedLine.Entry(told.entry(), 2, false)
          : ListedLine.unread();
    }
    if (isRemark(line)) {
      return ListedLine.remark();
    }
    var words = new ListingWords(line);
    boolean named = !line.startsWith(" ") && version(words.get(0)) > 0;
    if (named && words.count() == 1) {
      wrapped = line;
    }
    return named ? entry(words) : ListedLine.unread();
  }

  private ListedLine entry(ListingWords words) {
    LocalDate day = null;
    LocalTime time = null;
    long blocks = 0;
    for (int i = 1; i < words.count() && day == null; i++) {
      day = ListingDate.withMonth(words.get(i));
      time = day == null ? null : ListingDate.time(words.get(i + 1));
      blocks = day == null ? blocks : blocks(words, i, time == null ? i + 1 : i + 2);
    }
    if (day == null || blocks < 0) {
      return ListedLine.unread();
    }
    return told(words.get(0), blocks, ListingDate.instant(day, time));
  }

  private ListedLine told(String versioned, long blocks, Instant modified) {
    String name = versioned.substring(0, version(versioned));
    if (name.equals(last)) {
      return ListedLine.remark();
    }
    last = name;
    boolean directory = name.toUpperCase(Locale.ROOT).endsWith(DIRECTORY);
    String shown = directory ? name.substring(0, name.length() - DIRECTORY.length()) : name;
    FileKind kind = directory ? FileKind.DIRECTORY : FileKind.FILE;
    return ListedLine.named(shown, kind, blocks * BLOCK, modified).inexact();
  }

  /// Blocks used, in front of the date or behind the time; 0 when untold, -1 when too many.
  private static long blocks(ListingWords words, int date, int behind) {
    OptionalLong before = used(words.get(date - 1));
    OptionalLong blocks = before.isPresent() ? before : used(words.get(behind));
    return blocks.orElse(0) <= Long.MAX_VALUE / BLOCK ? blocks.orElse(0) : -1;
  }

  private static OptionalLong used(String word) {
    int slash = word.indexOf('/');
    return Decimal.read(slash > 0 ? word.substring(0, slash) : word);
  }

  /// Where the version begins, or -1 without one.
  private static int version(String word) {
    int semicolon = word.lastIndexOf(';');
    return semicolon > 0 && Decimal.read(word.substring(semicolon + 1)).isPresent()
        ? semicolon
        : -1;
  }

  private static boolean isRemark(String line) {
    return (line.startsWith("Directory ") && line.indexOf(':') > 0 && line.indexOf('[') > 0)
        || (line.startsWith("Total of ") && line.contains(" file"))
        || line.startsWith("Grand total of ");
  }
}
