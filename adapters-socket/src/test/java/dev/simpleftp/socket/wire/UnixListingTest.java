package dev.simpleftp.socket.wire;

import static dev.simpleftp.socket.wire.Entries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnixListingTest {
  private static final ListingParser PARSER = new UnixListingParser(NOW);

  @Property
  void whatTheServerWritesTheClientReads(@ForAll("listed") FileEntry entry) {
    var read = Entries.told(PARSER, line(entry));

    assertThat(read.name()).isEqualTo(entry.name());
    assertThat(read.kind()).isEqualTo(entry.kind());
    assertThat(read.mode()).isEqualTo(entry.mode());
    assertThat(read.size()).isEqualTo(entry.kind() == FileKind.OTHER ? 0 : entry.size());
    assertThat(Duration.between(read.modified(), entry.modified()))
        .isBetween(Duration.ZERO, shown(entry));
  }

  @Test
  void writesARecentTimeWithItsMinuteAndAnyOtherWithItsYear() {
    assertThat(line(file(NOW)))
        .isEqualTo("-rw-r--r--   1 ftp      ftp                 7 Nov 21 04:15 a b");
    assertThat(line(file(NOW.minus(180, ChronoUnit.DAYS)))).contains(" May 25 04:15 a b");
    assertThat(line(file(NOW.minus(181, ChronoUnit.DAYS)))).contains(" May 24  2026 a b");
    assertThat(line(file(NOW.plusSeconds(1)))).contains(" Nov 21  2026 a b");
  }

  @Test
  void writesADirectoryAndALargeSize() {
    var directory = FileEntry.directory(new FileName("d"), NOW);
    var large = FileEntry.file(new FileName("f"), Long.MAX_VALUE, NOW);

    assertThat(line(directory)).startsWith("drwxr-xr-x   1 ftp      ftp                 0 Nov");
    assertThat(line(large)).contains(" 9223372036854775807 Nov");
  }

  @Test
  void writesTheNearestTimeThatFourDigitsCanHoldTheYearOf() {
    assertThat(line(file(Instant.MAX))).contains(" Dec 31  9999 a b");
    assertThat(line(file(Instant.MIN))).contains(" Jan  1  0000 a b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-rw-r--r--    1 0        0            4711 Nov 20 12:00 name|4711|2026-11-20T12:00:00Z",
        "-rw-r--r-- 1 owner 4711 Nov 20 12:00 name|4711|2026-11-20T12:00:00Z",
        "-rw-rw-r--+ 1 o g 4711 Dec 24 9:05 name|4711|2025-12-24T09:05:00Z",
        "-rwsr-xr-t. 1 o with blank 4711 Feb  3  1999 name|4711|1999-02-03T00:00:00Z",
        "-rw-r--r-- 1 o g 4711 3 Feb 1999 name|4711|1999-02-03T00:00:00Z",
        "-rw-r--r-- 1 o g 4711 2026-01-02 03:04 name|4711|2026-01-02T03:04:00Z",
        "-rw-r--r-- 1 o g 5000000000 Nov 22 04:00 name|5000000000|2026-11-22T04:00:00Z",
        "-rw-r--r-- 1 o g 1 Nov 23 12:00 name|1|2025-11-23T12:00:00Z"
      })
  void readsTheCommonVariants(String line, long size, Instant modified) {
    var entry = Entries.told(PARSER, line);

    assertThat(entry.name().text()).isEqualTo("name");
    assertThat(entry.size()).isEqualTo(size);
    assertThat(entry.modified()).isEqualTo(modified);
  }

  @Test
  void keepsTheBlanksOfANameAndCutsTheTargetOfALink() {
    assertThat(Entries.told(PARSER, "-rw-r--r-- 1 o g 1 Nov 20 12:00   a  b ").name().text())
        .isEqualTo("  a  b ");
    var link = Entries.told(PARSER, "lrwxrwxrwx 1 o g 1 Nov 20 12:00 a b -> /etc/x -> y");
    assertThat(link.name().text()).isEqualTo("a b");
    assertThat(link.kind()).isEqualTo(FileKind.LINK);
  }

  @Test
  void aLeapDayWithoutAYearIsTheLastOne() {
    var parser = new UnixListingParser(Instant.parse("2028-03-01T00:00:00Z"));

    assertThat(Entries.told(parser, "-rw-r--r-- 1 o g 1 Feb 29 12:00 a").modified())
        .isEqualTo(Instant.parse("2028-02-29T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "total 12",
        "insgesamt 12",
        "drwxr-xr-x 2 o g 4096 Nov 20 12:00 .",
        "drwxr-xr-x 2 o g 4096 Nov 20 12:00 ..",
        "-rw-r--r-- 1 o g 1 Nov 20 12:00 ../x",
        "-rw-r--r-- 1 o g 1 Nov 20 12:00",
        "-rw-r--r-- 1 o g 1 Nov 20 12:00 ",
        "-rw-r--r-- 1 o g 1 Nov 31 12:00 a",
        "-rw-r--r-- 1 o g 1 Nov 20 25:00 a",
        "-rw-r--r-- 1 o g 1 Nox 20 12:00 a",
        "-rw-r--r-- 1 o g 1 2026-13-01 12:00 a",
        "----------",
        "02-25-99  08:08PM  1234 name",
        "ls: /x: No such file or directory"
      })
  void skipsWhatTellsNoEntry(String line) {
    assertThat(PARSER.read(line)).isNotInstanceOf(ListedLine.Entry.class);
  }

  @Property
  void anyTextIsReadOrSkipped(@ForAll String rest) {
    assertThat(PARSER.read("-rw-r--r-- 1 o g 1 " + rest)).isNotNull();
  }

  @Provide
  Arbitrary<FileEntry> listed() {
    return Entries.entries().filter(UnixListingTest::isUnambiguous);
  }

  /// The dialect has no room for years beyond 9999, and none to tell an arrow in a link's name.
  private static boolean isUnambiguous(FileEntry entry) {
    return entry.kind() != FileKind.LINK || !entry.name().text().contains(" -> ");
  }

  private static Duration shown(FileEntry entry) {
    boolean recent =
        !entry.modified().isAfter(NOW)
            && !entry.modified().isBefore(NOW.minus(180, ChronoUnit.DAYS));
    return recent ? Duration.ofSeconds(59) : Duration.ofSeconds(86_399);
  }

  private static FileEntry file(Instant modified) {
    return FileEntry.file(new FileName("a b"), 7, modified);
  }

  private static String line(FileEntry entry) {
    var out = new StringBuilder();
    new UnixListing(NOW).append(out, entry);
    return out.toString();
  }
}
