package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileEntry;
import java.time.Instant;
import java.util.Optional;

/// Reads the lines of LIST, which no standard describes: one implementation per dialect.
public interface ListingParser {

  /// Reads one line.
  ///
  /// @return empty when it tells no entry: a total, a headline, `.` and `..`, an unsafe name
  Optional<FileEntry> read(String line);

  /// The reader of what `ls -l` prints.
  ///
  /// @param now from where dates without a year are counted back
  static ListingParser unix(Instant now) {
    return new UnixListingParser(now);
  }
}
