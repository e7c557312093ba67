package dev.simpleftp.socket.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// The time form of RFC 3659 §2.3, `YYYYMMDDHHMMSS[.fraction]`, always UTC.
///
/// Read and written by hand: a listing has one per entry.
public final class FtpTime {
  private static final int LENGTH = 14;

  /// 0000-01-01T00:00:00Z, the first time that four digits hold the year of.
  static final long FIRST_SECOND = -62_167_219_200L;

  /// 9999-12-31T23:59:59Z, the last one.
  static final long LAST_SECOND = 253_402_300_799L;

  private FtpTime() {}

  /// Whether four digits hold the year of this time.
  public static boolean isWritable(Instant time) {
    long seconds = time.getEpochSecond();
    return seconds >= FIRST_SECOND && seconds <= LAST_SECOND;
  }

  /// Appends this time in whole seconds.
  public static void append(StringBuilder out, Instant time) {
    LocalDateTime t = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    twoDigits(out, t.getYear() / 100);
    twoDigits(out, t.getYear() % 100);
    twoDigits(out, t.getMonthValue());
    twoDigits(out, t.getDayOfMonth());
    twoDigits(out, t.getHour());
    twoDigits(out, t.getMinute());
    twoDigits(out, t.getSecond());
  }

  /// This time in whole seconds, as 213 of MDTM tells it.
  public static String write(Instant time) {
    var out = new StringBuilder(LENGTH);
    append(out, time);
    return out.toString();
  }

  /// Reads a time, with or without a fraction of up to nine digits.
  ///
  /// @return empty when it is none
  public static Optional<Instant> read(String text) {
    int end = digitsEnd(text, 0);
    boolean fraction = text.startsWith(".", LENGTH);
    if (end != LENGTH || (fraction ? digitsEnd(text, LENGTH + 1) : end) != text.length()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  number(text, 0, 4),
                  number(text, 4, 6),
                  number(text, 6, 8),
                  number(text, 8, 10),
                  number(text, 10, 12),
                  second(number(text, 12, LENGTH)),
                  fraction ? nanos(text) : 0)
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static void twoDigits(StringBuilder out, int n) {
    out.append((char) ('0' + n / 10)).append((char) ('0' + n % 10));
  }

  /// A leap second is kept as the one before.
  private static int second(int number) {
    return number == 60 ? 59 : number;
  }

  private static int nanos(String text) {
    int result = 0;
    for (int i = LENGTH + 1; i < LENGTH + 10; i++) {
      result = result * 10 + (i < text.length() ? text.charAt(i) - '0' : 0);
    }
    return result;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
