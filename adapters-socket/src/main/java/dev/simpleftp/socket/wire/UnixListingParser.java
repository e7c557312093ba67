package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads `ls -l` in its common variants: with and without a group, owners as numbers, dates as `Nov
/// 21 04:15`, `21 Nov 2026` or `2026-11-21 04:15`.
///
/// The date is searched as the first three words (or two) that can be one and follow a number, the
/// size; what follows the one blank behind it is the name.
final class UnixListingParser implements ListingParser {
  private static final int RIGHTS_LENGTH = 10;
  private static final int MAX_WORDS = 12;
  private static final String ARROW = " -> ";

  private final LocalDateTime now;

  UnixListingParser(Instant now) {
    this.now = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
  }

  @Override
  public Optional<FileEntry> read(String line) {
    FileKind kind = kind(line);
    if (kind == null) {
      return Optional.empty();
    }
    List<Word> words = words(line);
    for (int i = 2; i + 1 < words.size(); i++) {
      OptionalLong size = Decimal.read(words.get(i - 1).text);
      Dated dated = size.isPresent() ? date(words, i) : null;
      if (dated != null) {
        return entry(line, kind, size.getAsLong(), dated);
      }
    }
    return Optional.empty();
  }

  private static Optional<FileEntry> entry(String line, FileKind kind, long size, Dated dated) {
    String name = dated.end < line.length() ? line.substring(dated.end + 1) : "";
    int arrow = kind == FileKind.LINK ? name.indexOf(ARROW) : -1;
    String cut = arrow > 0 ? name.substring(0, arrow) : name;
    if (!FileName.isValid(cut)) {
      return Optional.empty();
    }
    long told = kind == FileKind.FILE || kind == FileKind.LINK ? size : 0;
    Instant modified = dated.time.toInstant(ZoneOffset.UTC);
    return Optional.of(new FileEntry(new FileName(cut), kind, told, modified, mode(line), ""));
  }

  private static @Nullable FileKind kind(String line) {
    if (line.length() < RIGHTS_LENGTH) {
      return null;
    }
    for (int i = 1; i < RIGHTS_LENGTH; i++) {
      if ("rwxsStTlL-".indexOf(line.charAt(i)) < 0) {
        return null;
      }
    }
    return switch (line.charAt(0)) {
      case '-' -> FileKind.FILE;
      case 'd' -> FileKind.DIRECTORY;
      case 'l' -> FileKind.LINK;
      case 'b', 'c', 'p', 's', 'D' -> FileKind.OTHER;
      default -> null;
    };
  }

  private static int mode(String line) {
    int mode = 0;
    for (int i = 1; i < RIGHTS_LENGTH; i++) {
      mode = mode << 1 | ("rwxst".indexOf(line.charAt(i)) >= 0 ? 1 : 0);
    }
    return mode;
  }

  /// The words at the beginning of the line; the name may have any number more.
  private static List<Word> words(String line) {
    List<Word> words = new ArrayList<>();
    int i = 0;
    while (i < line.length() && words.size() < MAX_WORDS) {
      int start = i;
      while (i < line.length() && line.charAt(i) != ' ') {
        i++;
      }
      if (i > start) {
        words.add(new Word(line.substring(start, i), i));
      }
      i++;
    }
    return words;
  }

  private @Nullable Dated date(List<Word> words, int i) {
    try {
      Dated iso = isoDate(words.get(i), words.get(i + 1));
      return iso != null || i + 2 >= words.size() ? iso : monthDate(words, i);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static @Nullable Dated isoDate(Word day, Word time) {
    if (day.text.length() != 10 || day.text.charAt(4) != '-') {
      return null;
    }
    return new Dated(LocalDate.parse(day.text).atTime(LocalTime.parse(time.text)), time.end);
  }

  private @Nullable Dated monthDate(List<Word> words, int i) {
    int month = month(words.get(i).text);
    String day = words.get(month > 0 ? i + 1 : i).text;
    if (month == 0) {
      month = month(words.get(i + 1).text);
    }
    OptionalLong dayNumber = day.length() <= 2 ? Decimal.read(day) : OptionalLong.empty();
    if (month == 0 || dayNumber.isEmpty()) {
      return null;
    }
    Word last = words.get(i + 2);
    LocalDateTime time = at(last.text, month, (int) dayNumber.getAsLong());
    return time == null ? null : new Dated(time, last.end);
  }

  private @Nullable LocalDateTime at(String yearOrTime, int month, int day) {
    if (yearOrTime.indexOf(':') > 0) {
      String padded = yearOrTime.length() == 4 ? "0" + yearOrTime : yearOrTime;
      return latest(month, day, LocalTime.parse(padded));
    }
    OptionalLong year = yearOrTime.length() == 4 ? Decimal.read(yearOrTime) : OptionalLong.empty();
    return year.isEmpty() ? null : LocalDateTime.of((int) year.getAsLong(), month, day, 0, 0);
  }

  /// The last time this date was; a day of grace, because the server's clock may run elsewhere.
  private @Nullable LocalDateTime latest(int month, int day, LocalTime time) {
    for (int year = now.getYear() + 1; year >= now.getYear() - 1; year--) {
      boolean exists = day >= 1 && day <= LocalDate.of(year, month, 1).lengthOfMonth();
      LocalDateTime candidate = exists ? LocalDate.of(year, month, day).atTime(time) : null;
      if (candidate != null && !candidate.isAfter(now.plusDays(1))) {
        return candidate;
      }
    }
    return null;
  }

  /// 1 to 12, or 0 when the word is no English month.
  private static int month(String word) {
    if (word.length() != 3) {
      return 0;
    }
    for (int i = 0; i < 12; i++) {
      if (UnixListing.MONTHS.regionMatches(true, 3 * i, word, 0, 3)) {
        return i + 1;
      }
    }
    return 0;
  }

  private record Word(String text, int end) {}

  private record Dated(LocalDateTime time, int end) {}
}
