package dev.simpleftp.socket.wire;

import static dev.simpleftp.socket.wire.Entries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.commons.net.ftp.FTPClientConfig;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.parser.UnixFTPEntryParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a parser that many programs use makes of our lines. It measures times against its own
/// clock.
class StrictParserTest {
  private final UnixFTPEntryParser parser = new UnixFTPEntryParser(inUtc());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "two words",
        " leading",
        "  two leading",
        "trailing ",
        "a -> b",
        "12345",
        "Nov 21 04:15",
        "-l",
        "*?[x]",
        "f\u00FCr \u6F22\u5B57",
        "caf\uDCE9",
        "tab\there"
      })
  void readsEveryName(String name) {
    var read = read(FileEntry.file(new FileName(name), 7, NOW));

    assertThat(read.getName()).isEqualTo(name);
    assertThat(read.isFile()).isTrue();
  }

  @Test
  void readsTheLongestName() {
    String name = "x".repeat(FileName.MAX_BYTES);

    assertThat(read(FileEntry.file(new FileName(name), 7, NOW)).getName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 999_999_999_999L, 1L << 31, 1L << 40, Long.MAX_VALUE})
  void readsEverySize(long size) {
    assertThat(read(FileEntry.file(new FileName("f"), size, NOW)).getSize()).isEqualTo(size);
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryKind(FileKind kind) {
    var read = read(new FileEntry(new FileName("a b"), kind, 0, NOW, 0755, ""));

    assertThat(read.getName()).isEqualTo("a b");
    assertThat(read.isDirectory()).isEqualTo(kind == FileKind.DIRECTORY);
    assertThat(read.isSymbolicLink()).isEqualTo(kind == FileKind.LINK);
  }

  @Test
  void readsTheOwnersAndTheLinkCount() {
    var read = read(FileEntry.file(new FileName("f"), 7, NOW));

    assertThat(List.of(read.getUser(), read.getGroup())).containsExactly("ftp", "ftp");
    assertThat(read.getHardLinkCount()).isEqualTo(1);
  }

  @Test
  void readsARecentTimeToTheMinuteAndAnOldOneToTheDay() {
    Instant now = Instant.now();
    Instant recent = now.minus(Duration.ofDays(100));
    Instant old = now.minus(Duration.ofDays(1000));

    assertThat(Duration.between(time(recent, now), recent)).isBetween(Duration.ZERO, minutes(1));
    assertThat(Duration.between(time(old, now), old)).isBetween(Duration.ZERO, minutes(24 * 60));
  }

  private Instant time(Instant modified, Instant now) {
    var out = new StringBuilder();
    new UnixListing(now).append(out, FileEntry.file(new FileName("f"), 7, modified));
    return parser.parseFTPEntry(out.toString()).getTimestampInstant();
  }

  private FTPFile read(FileEntry entry) {
    var out = new StringBuilder();
    new UnixListing(NOW).append(out, entry);
    return parser.parseFTPEntry(out.toString());
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static FTPClientConfig inUtc() {
    var config = new FTPClientConfig(FTPClientConfig.SYST_UNIX);
    config.setServerTimeZoneId(TimeZone.getTimeZone("UTC").getID());
    config.setServerLanguageCode(Locale.ENGLISH.getLanguage());
    return config;
  }
}
