package dev.simpleftp.application.copy;

import dev.simpleftp.domain.FileEntry;
import java.time.Duration;
import java.time.Instant;

/// Tells from two listings whether a file must be copied.
///
/// Listings tell times to the second, to the minute, or to the day when they are old; two times are
/// the same when they differ by less than the rougher of both can tell. A time that is not known
/// differs from none. Where a size is not known, the time decides alone.
///
/// @param timesKept whether a copy bears the time of its source; if not, it is good as long as it
///   is not older
/// @param onlyNewer whether only the time decides
/// @param now from where old times are counted back
record FileComparison(boolean timesKept, boolean onlyNewer, Instant now) {
  private static final long MINUTE = 60;
  private static final long DAY = 86_400;

  /// Behind these days `ls` prints the date alone (half a year; a day less for time zones).
  private static final Duration OLD = Duration.ofDays(179);

  /// How a copy differs from its source.
  enum Difference {
    NONE(""),
    SIZE("size differs"),
    UNKNOWN("neither size nor time known"),
    NEWER("newer"),
    TIME("time differs");

    private final String words;

    Difference(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /// Whether a more exact time may show that there is no difference.
    boolean isOfTime() {
      return this == NEWER || this == TIME;
    }
  }

  Difference between(FileEntry source, FileEntry copy) {
    boolean known = isTimeKnown(source) && isTimeKnown(copy);
    boolean sized = source.sizeKnown() && copy.sizeKnown();
    if (!sized && !known) {
      return Difference.UNKNOWN;
    }
    if (onlyNewer && known) {
      return isOlder(copy, source) ? Difference.NEWER : Difference.NONE;
    }
    if (sized && source.size() != copy.size()) {
      return Difference.SIZE;
    }
    if (known && isOlder(copy, source)) {
      return Difference.NEWER;
    }
    return known && timesKept && isOlder(source, copy) ? Difference.TIME : Difference.NONE;
  }

  static boolean isTimeKnown(FileEntry entry) {
    return !entry.modified().equals(Instant.EPOCH);
  }

  /// Whether the time may be rounded to the minute or the day.
  boolean isRough(FileEntry entry) {
    return !precision(entry.modified()).equals(Duration.ofSeconds(1));
  }

  private boolean isOlder(FileEntry older, FileEntry newer) {
    Duration precision = precision(older.modified());
    Duration other = precision(newer.modified());
    Duration rougher = precision.compareTo(other) > 0 ? precision : other;
    return Duration.between(older.modified(), newer.modified()).compareTo(rougher) >= 0;
  }

  private Duration precision(Instant time) {
    boolean old = time.isBefore(now.minus(OLD));
    if (old && isMultipleOf(time, DAY)) {
      return Duration.ofDays(1);
    }
    return isMultipleOf(time, MINUTE) ? Duration.ofMinutes(1) : Duration.ofSeconds(1);
  }

  private static boolean isMultipleOf(Instant time, long seconds) {
    return time.getNano() == 0 && time.getEpochSecond() % seconds == 0;
  }
}
