package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;

/// Reads EPLF, the easily parsed LIST format: `+i8388621.48594,m825718503,r,s280,` tab `name`.
///
/// `/` means that CWD works, `r` that RETR does, `m` is the time in seconds since 1970.
final class EplfListingParser implements ListingParser {
  private static final int MOST_FACTS = 32;

  @Override
  public ListedLine read(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0 || !line.startsWith("+")) {
      return ListedLine.unread();
    }
    var facts = new Facts();
    for (String fact : line.substring(1, tab).split(",", MOST_FACTS)) {
      if (!facts.take(fact)) {
        return ListedLine.unread();
      }
    }
    return facts.told(line.substring(tab + 1));
  }

  /// What a line told so far.
  private static final class Facts {
    private FileKind kind = FileKind.OTHER;
    private long size;
    private boolean sized;
    private Instant modified = Instant.EPOCH;
    private String unique = "";

    /// @return false when a number is none; unknown facts are skipped
    boolean take(String fact) {
      switch (fact.isEmpty() ? ' ' : fact.charAt(0)) {
        case '/' -> kind = FileKind.DIRECTORY;
        case 'r' -> kind = kind == FileKind.OTHER ? FileKind.FILE : kind;
        case 'i' -> unique = fact.substring(1);
        case 's' -> {
          return takeSize(Decimal.read(fact.substring(1)));
        }
        case 'm' -> {
          return takeTime(Decimal.read(fact.substring(1)));
        }
        default -> {}
      }
      return true;
    }

    ListedLine told(String name) {
      long shown = kind == FileKind.FILE ? size : 0;
      ListedLine line =
          ListedLine.named(name, v -> new FileEntry(v, kind, shown, modified, mode(), unique));
      return sized || kind != FileKind.FILE ? line : line.inexact();
    }

    private int mode() {
      return kind == FileKind.DIRECTORY ? 0755 : 0644;
    }

    private boolean takeSize(OptionalLong number) {
      size = number.orElse(0);
      sized = number.isPresent();
      return sized;
    }

    private boolean takeTime(OptionalLong number) {
      try {
        modified = Instant.ofEpochSecond(number.orElse(0));
        return number.isPresent() && FtpTime.isWritable(modified);
      } catch (DateTimeException _) {
        return false;
      }
    }
  }
}
