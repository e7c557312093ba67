package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileKind;
import java.time.Instant;

/// Reads what NetWare prints: `d [R----F--] supervisor 512 Jan 16 18:53 login`.
///
/// The brackets hold the reader's rights as NetWare's letters, which are no permission bits.
final class NetwareListingParser implements ListingParser {
  private static final String RIGHTS = "SRWCEMFAP-";

  private final UnixTail tail;

  NetwareListingParser(Instant now) {
    this.tail = new UnixTail(now);
  }

  @Override
  public ListedLine read(String line) {
    int open = line.startsWith(" ", 1) ? 2 : 1;
    int close = line.startsWith("[", open) ? line.indexOf(']') : -1;
    if (close < 0 || "-d".indexOf(line.charAt(0)) < 0 || !areRights(line, open + 1, close)) {
      return isTotal(line) ? ListedLine.remark() : ListedLine.unread();
    }
    FileKind kind = line.charAt(0) == 'd' ? FileKind.DIRECTORY : FileKind.FILE;
    return tail.find(new ListingWords(line, close + 1), false)
        .map(t -> ListedLine.named(t.name().stripLeading(), kind, t.size(), t.modified()))
        .orElse(ListedLine.unread());
  }

  private static boolean areRights(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (RIGHTS.indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    return to > from;
  }

  private static boolean isTotal(String line) {
    return line.startsWith("total ") && Decimal.read(line.substring(6).strip()).isPresent();
  }
}
