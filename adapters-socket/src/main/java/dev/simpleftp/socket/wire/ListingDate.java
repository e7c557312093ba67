package dev.simpleftp.socket.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Dates and times in single words, as the listings of many systems print them.
///
/// No listing tells its time zone, so all are taken for UTC.
final class ListingDate {
  private static final int LONGEST = 20;
  private static final int FIRST_YEAR_OF_19 = 70;
  private static final String SEPARATORS = "-/.";

  private ListingDate() {}

  /// `2026-11-21`, `11-21-26`, `11/21/2026`, `21.11.2026`: with the year in front, else American,
  /// but with points German.
  static @Nullable LocalDate numeric(String word) {
    int[] parts = new int[3];
    char separator = word.length() <= LONGEST ? separator(word) : 0;
    if (separator == 0 || !split(word, separator, parts)) {
      return null;
    }
    if (word.indexOf(separator) == 4) {
      return date(parts[0], parts[1], parts[2]);
    }
    int year = word.length() - word.lastIndexOf(separator) - 1 == 2 ? century(parts[2]) : parts[2];
    return separator == '.' ? date(year, parts[1], parts[0]) : date(year, parts[0], parts[1]);
  }

  /// `21-NOV-2026`.
  static @Nullable LocalDate withMonth(String word) {
    int first = word.indexOf('-');
    int last = word.lastIndexOf('-');
    if (word.length() > LONGEST || last - first != 4 || word.length() - last != 5) {
      return null;
    }
    int day = number(word, 0, first);
    return date(number(word, last + 1, word.length()), MonthNames.read(word, first + 1), day);
  }

  /// `4:15`, `04:15`, `04:15:59`, `04:15:59.25`, `04:15PM`; a fraction is left out.
  static @Nullable LocalTime time(String word) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return null;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    int end = lower.endsWith("m") ? lower.length() - 1 : lower.length();
    char half = end > 0 ? lower.charAt(end - 1) : 0;
    boolean twelve = half == 'a' || half == 'p';
    if (!twelve) {
      return end == lower.length() ? clock(lower) : null;
    }
    LocalTime time = clock(lower.substring(0, end - 1));
    boolean possible = time != null && time.getHour() >= 1 && time.getHour() <= 12;
    return time != null && possible
        ? time.withHour(time.getHour() % 12 + (half == 'p' ? 12 : 0))
        : null;
  }

  /// The day that these numbers are, or null when there is none.
  static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return year < 0 ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// Both together; midnight for want of a time, the epoch for want of a day.
  static Instant instant(@Nullable LocalDate day, @Nullable LocalTime time) {
    return day == null
        ? Instant.EPOCH
        : day.atTime(time == null ? LocalTime.MIDNIGHT : time).toInstant(ZoneOffset.UTC);
  }

  private static @Nullable LocalTime clock(String word) {
    int colon = word.indexOf(':');
    int second = word.indexOf(':', colon + 1);
    int fraction = second < 0 ? -1 : word.indexOf('.', second);
    int end = fraction < 0 ? word.length() : fraction;
    if (colon < 1 || (fraction >= 0 && Decimal.read(word.substring(end + 1)).isEmpty())) {
      return null;
    }
    int hour = number(word, 0, colon);
    int minute = number(word, colon + 1, second < 0 ? end : second);
    int seconds = second < 0 ? 0 : number(word, second + 1, end);
    boolean exists = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    return exists && seconds >= 0 && seconds <= 60
        ? LocalTime.of(hour, minute, Math.min(seconds, 59))
        : null;
  }

  private static boolean split(String word, char separator, int[] parts) {
    int first = word.indexOf(separator);
    int last = word.lastIndexOf(separator);
    parts[0] = number(word, 0, first);
    parts[1] = number(word, first + 1, last);
    parts[2] = number(word, last + 1, word.length());
    return parts[0] >= 0 && parts[1] >= 0 && parts[2] >= 0;
  }

  /// What stands between the first digits, 0 when that is no separator.
  private static char separator(String word) {
    int i = 0;
    while (i < word.length() && Character.digit(word.charAt(i), 10) >= 0) {
      i++;
    }
    boolean found = i > 0 && i < word.length() && SEPARATORS.indexOf(word.charAt(i)) >= 0;
    return found && word.lastIndexOf(word.charAt(i)) > i ? word.charAt(i) : 0;
  }

  private static int century(int year) {
    return year < FIRST_YEAR_OF_19 ? 2000 + year : 1900 + year;
  }

  /// One to four digits, or -1.
  private static int number(String word, int from, int to) {
    boolean fits = to > from && to - from <= 4;
    OptionalLong number = fits ? Decimal.read(word.substring(from, to)) : OptionalLong.empty();
    return number.isPresent() ? (int) number.getAsLong() : -1;
  }
}
