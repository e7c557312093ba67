package dev.simpleftp.socket.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the dialect of the first line that tells one, and reads the whole listing in it.
///
/// SYST is not asked: servers answer `UNIX` for the sake of clients and print something else. Until
/// a line tells a dialect, a line of one word is taken for a name.
final class DetectingListingParser implements ListingParser {
  private final List<ListingParser> candidates = new ArrayList<>();
  private final ListingParser plain;
  private @Nullable ListingParser chosen;

  DetectingListingParser(Instant now) {
    for (ListingDialect dialect : ListingDialect.values()) {
      if (dialect != ListingDialect.PLAIN) {
        candidates.add(dialect.parser(now));
      }
    }
    plain = ListingDialect.PLAIN.parser(now);
  }

  @Override
  public ListedLine read(String line) {
    if (line.isBlank()) {
      return ListedLine.remark();
    }
    return chosen == null ? choose(line) : chosen.read(line);
  }

  /// A headline that several dialects know, such as a total, tells none.
  private ListedLine choose(String line) {
    @Nullable ListingParser remarking = null;
    int remarks = 0;
    for (ListingParser candidate : candidates) {
      ListedLine told = candidate.read(line);
      if (told instanceof ListedLine.Entry) {
        chosen = candidate;
        return told;
      }
      if (told instanceof ListedLine.Remark) {
        remarking = candidate;
        remarks++;
      }
    }
    chosen = remarks == 1 ? remarking : null;
    return remarks > 0 ? ListedLine.remark() : plain.read(line);
  }
}
