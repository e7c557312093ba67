package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/// Reads what AS/400 (OS/400, IBM i) prints: `QSYS 77824 02/23/26 15:09:55 *DIR name/`.
///
/// Size and date may be missing. Of the orders that a date may have, the American one is the
/// system's own; a day that does not exist in it is left untold. Only a stream file has its size in
/// octets.
final class As400ListingParser implements ListingParser {
  private static final int LAST_KIND = 4;

  @Override
  public ListedLine read(String line) {
    var words = new ListingWords(line);
    int kind = 1;
    while (kind <= LAST_KIND && !isKind(words.get(kind))) {
      kind++;
    }
    boolean stamped = kind == LAST_KIND;
    OptionalLong size = ListingSize.read(words.get(1));
    if (kind > LAST_KIND || line.startsWith(" ") || (stamped && size.isEmpty())) {
      return ListedLine.unread();
    }
    String name = words.behind(kind).stripLeading();
    String told = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    Instant modified = stamped ? modified(words) : Instant.EPOCH;
    boolean exact = words.get(kind).endsWith("STMF");
    ListedLine entry = ListedLine.named(told, kind(words.get(kind)), size.orElse(0), modified);
    return exact ? entry : entry.inexact();
  }

  private static Instant modified(ListingWords words) {
    LocalDate day = ListingDate.numeric(words.get(2));
    return ListingDate.instant(day, ListingDate.time(words.get(3)));
  }

  private static FileKind kind(String type) {
    return switch (type) {
      case "*DIR", "*DDIR", "*FLR", "*LIB" -> FileKind.DIRECTORY;
      case "*STMF", "*DSTMF", "*DOC", "*MEM", "*FILE" -> FileKind.FILE;
      case "*SYMLNK" -> FileKind.LINK;
      default -> FileKind.OTHER;
    };
  }

  private static boolean isKind(String word) {
    return word.length() > 1
        && word.length() <= 11
        && word.charAt(0) == '*'
        && word.chars().skip(1).allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }
}
