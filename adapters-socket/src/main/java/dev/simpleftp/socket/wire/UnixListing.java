package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Writes entries as `ls -l` does in the C locale, which every FTP client can read: `-rw-r--r-- 1
/// ftp ftp 7 Nov 21 04:15 name`.
///
/// A time within the last 180 days shows hour and minute, any other one the year; all in UTC.
/// [ListingParser] reads the lines.
public final class UnixListing {
  static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private static final long RECENT_SECONDS = Duration.ofDays(180).toSeconds();
  private static final String OWNERS = "   1 ftp      ftp      ";
  private static final String RIGHTS = "rwx";
  private static final int SIZE_WIDTH = 12;

  private final long now;

  /// @param now the moment that decides which times are recent
  public UnixListing(Instant now) {
    this.now = now.getEpochSecond();
  }

  /// Appends one line without its end.
  public void append(StringBuilder out, FileEntry entry) {
    out.append(letter(entry.kind()));
    for (int bit = 8; bit >= 0; bit--) {
      out.append((entry.mode() >> bit & 1) == 1 ? RIGHTS.charAt((8 - bit) % 3) : '-');
    }
    out.append(OWNERS);
    rightAligned(out, entry.size(), SIZE_WIDTH);
    out.append(' ');
    appendTime(out, entry.modified().getEpochSecond());
    out.append(' ').append(entry.name().text());
  }

  /// A time that four digits cannot hold the year of becomes the nearest one they can.
  private void appendTime(StringBuilder out, long told) {
    long seconds = Math.clamp(told, FtpTime.FIRST_SECOND, FtpTime.LAST_SECOND);
    LocalDateTime t = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    int month = 3 * (t.getMonthValue() - 1);
    out.append(MONTHS, month, month + 3).append(' ');
    rightAligned(out, t.getDayOfMonth(), 2);
    out.append(' ');
    if (seconds > now || seconds < now - RECENT_SECONDS) {
      out.append(' ');
      FtpTime.twoDigits(out, t.getYear() / 100);
      FtpTime.twoDigits(out, t.getYear() % 100);
    } else {
      FtpTime.twoDigits(out, t.getHour());
      out.append(':');
      FtpTime.twoDigits(out, t.getMinute());
    }
  }

  private static void rightAligned(StringBuilder out, long number, int width) {
    int digits = 1;
    for (long rest = number / 10; rest != 0; rest /= 10) {
      digits++;
    }
    out.repeat(' ', Math.max(0, width - digits)).append(number);
  }

  private static char letter(FileKind kind) {
    return switch (kind) {
      case FILE -> '-';
      case DIRECTORY -> 'd';
      case LINK -> 'l';
      case OTHER -> 'p';
    };
  }
}
