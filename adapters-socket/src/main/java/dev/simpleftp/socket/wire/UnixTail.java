package dev.simpleftp.socket.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The end of a line that Unix and NetWare share: a size, a date in two to four words, the name.
///
/// Owners may have blanks and groups may be missing, so the date is searched: the first words that
/// can be one and follow a size.
final class UnixTail {
  /// Feb 29 may be eight years back, around 1900 and 2100.
  private static final int YEARS_BACK = 8;

  private final LocalDateTime now;

  UnixTail(Instant now) {
    this.now = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
  }

  /// Searches the words for it.
  ///
  /// @param device whether a pair such as `1,3` may stand where the size does
  Optional<Tail> find(ListingWords words, boolean device) {
    for (int i = 1; i + 1 < words.count(); i++) {
      OptionalLong size = size(words.get(i - 1), device);
      Dated dated = size.isPresent() ? dated(words, i) : null;
      if (dated != null) {
        String name = words.behind(dated.last, dated.blanks);
        return Optional.of(new Tail(size.getAsLong(), dated.time.toInstant(ZoneOffset.UTC), name));
      }
    }
    return Optional.empty();
  }

  private static OptionalLong size(String word, boolean device) {
    int comma = device ? word.indexOf(',') : -1;
    return comma > 0 ? Decimal.read(word.substring(comma + 1)) : ListingSize.read(word);
  }

  private @Nullable Dated dated(ListingWords words, int i) {
    Dated numeric = numeric(words, i);
    return numeric == null ? byMonth(words, i) : numeric;
  }

  /// The styles of `ls --time-style`: `2026-11-21 04:15`, the same with seconds and zone, `11-21
  /// 04:15`, and `2026-11-21` filled up to that width.
  private @Nullable Dated numeric(ListingWords words, int i) {
    String first = words.get(i);
    LocalTime time = ListingDate.time(words.get(i + 1));
    LocalDate day = ListingDate.numeric(first);
    if (day != null && time != null) {
      return zoned(words, i + 1, day.atTime(time));
    }
    if (day != null) {
      return new Dated(day.atStartOfDay(), i, 2);
    }
    if (time == null || first.length() != 5 || first.charAt(2) != '-') {
      return null;
    }
    return last(latest(day(first.substring(0, 2)), day(first.substring(3)), time), i + 1);
  }

  private static Dated zoned(ListingWords words, int last, LocalDateTime time) {
    String zone = words.get(last + 1);
    boolean full = words.get(last).indexOf('.') > 0 && zone.length() == 5;
    OptionalLong offset = full ? Decimal.read(zone.substring(1)) : OptionalLong.empty();
    if (offset.isEmpty() || "+-".indexOf(zone.charAt(0)) < 0) {
      return new Dated(time, last, 1);
    }
    long minutes = offset.getAsLong() / 100 * 60 + offset.getAsLong() % 100;
    return new Dated(time.minusMinutes(zone.charAt(0) == '-' ? -minutes : minutes), last + 1, 1);
  }

  /// `Nov 21 04:15`, `Nov 21 2026`, `Nov 21 04:15:00 2026`, and day and month the other way round.
  private @Nullable Dated byMonth(ListingWords words, int i) {
    int first = MonthNames.read(words.get(i));
    int month = first > 0 ? first : MonthNames.read(words.get(i + 1));
    int day = day(words.get(first > 0 ? i + 1 : i));
    if (month == 0 || day < 1) {
      return null;
    }
    String third = words.get(i + 2);
    LocalTime time = ListingDate.time(third);
    if (time == null) {
      return last(midnight(year(third), month, day), i + 2);
    }
    int year = third.length() == 8 ? year(words.get(i + 3)) : -1;
    LocalDate told = ListingDate.date(year, month, day);
    return told == null
        ? last(latest(month, day, time), i + 2)
        : new Dated(told.atTime(time), i + 3, 1);
  }

  private static @Nullable LocalDateTime midnight(int year, int month, int day) {
    LocalDate date = ListingDate.date(year, month, day);
    return date == null ? null : date.atStartOfDay();
  }

  private static @Nullable Dated last(@Nullable LocalDateTime time, int last) {
    return time == null ? null : new Dated(time, last, 1);
  }

  /// The last time this date was; a day of grace, because the server's clock may run elsewhere.
  private @Nullable LocalDateTime latest(int month, int day, LocalTime time) {
    for (int year = now.getYear() + 1; year >= now.getYear() - YEARS_BACK; year--) {
      LocalDate date = ListingDate.date(year, month, day);
      if (date != null && !date.atTime(time).isAfter(now.plusDays(1))) {
        return date.atTime(time);
      }
    }
    return null;
  }

  /// `21`, `21.` or `21日`; -1 for anything else.
  private static int day(String word) {
    boolean marked = word.endsWith(".") || word.endsWith("日");
    String digits = marked ? word.substring(0, word.length() - 1) : word;
    return digits.length() <= 2 ? (int) Decimal.read(digits).orElse(-1) : -1;
  }

  private static int year(String word) {
    String digits = word.endsWith("年") ? word.substring(0, word.length() - 1) : word;
    return digits.length() == 4 ? (int) Decimal.read(digits).orElse(-1) : -1;
  }

  /// @param name all that follows, which may be no name at all
  record Tail(long size, Instant modified, String name) {}

  /// @param last the date's last word
  /// @param blanks how many blanks at most part it from the name
  private record Dated(LocalDateTime time, int last, int blanks) {}
}
