package dev.simpleftp.socket.wire;

import static dev.simpleftp.socket.wire.Entries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.wire.ListingCorpus.Sample;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ListingDialectTest {

  @ParameterizedTest
  @EnumSource
  void readsWhatItsCorpusTells(ListingDialect dialect) throws IOException {
    List<Sample> samples = ListingCorpus.of(dialect);
    assertThat(samples).filteredOn(Sample::isGood).hasSizeGreaterThanOrEqualTo(4);
    assertThat(samples).filteredOn(sample -> sample.told().equals("unread")).hasSizeGreaterThan(4);

    assertAllTold(dialect.parser(NOW), samples);
  }

  @ParameterizedTest
  @EnumSource
  void isRecognizedByItsLines(ListingDialect dialect) throws IOException {
    assertAllTold(ListingParser.printed(NOW), ListingCorpus.of(dialect));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PLAIN")
  void leavesTheEntriesOfOtherDialectsAlone(ListingDialect dialect) throws IOException {
    var softly = new SoftAssertions();
    for (ListingDialect other : ListingDialect.values()) {
      for (Sample sample : ListingCorpus.of(other)) {
        ListedLine told = dialect.parser(NOW).read(sample.line());
        softly
            .assertThat(told instanceof ListedLine.Entry && other != dialect)
            .as("%s takes a line of %s: %s", dialect, other, sample.line())
            .isFalse();
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @EnumSource
  void staysWithTheFirstDialectThatALineTells(ListingDialect first) throws IOException {
    for (ListingDialect other : ListingDialect.values()) {
      var parser = ListingParser.printed(NOW);
      ListingCorpus.of(first).forEach(sample -> parser.read(sample.line()));
      boolean chosen = first != ListingDialect.PLAIN && other != first;

      for (Sample sample : ListingCorpus.of(other)) {
        boolean entry = parser.read(sample.line()) instanceof ListedLine.Entry;
        boolean member = first == ListingDialect.MVS && other == ListingDialect.PLAIN;
        assertThat(entry && chosen && !member).as(sample.line()).isFalse();
      }
    }
  }

  @Test
  void aTotalAloneTellsNoDialect() {
    var parser = ListingParser.printed(NOW);

    assertThat(parser.read("total 0")).isInstanceOf(ListedLine.Remark.class);
    assertThat(Entries.told(parser, "d [R----F--] joe 512 Jan 16 18:53 login").isDirectory())
        .isTrue();
  }

  @Test
  void blankLinesAreNeverAnEntryNorAFault() {
    var parser = ListingParser.printed(NOW);

    assertThat(parser.read("")).isInstanceOf(ListedLine.Remark.class);
    assertThat(parser.read("  ")).isInstanceOf(ListedLine.Remark.class);
    assertThat(Entries.told(parser, "+r,s1,\tname").size()).isEqualTo(1);
    assertThat(parser.read("")).isInstanceOf(ListedLine.Remark.class);
  }

  @Test
  void aNameAloneDoesNotHideTheDialectOfTheNextLine() {
    var parser = ListingParser.printed(NOW);

    assertThat(Entries.told(parser, "Listing").isFile()).isFalse();
    assertThat(Entries.told(parser, "-rw-r--r-- 1 o g 1 Nov 20 12:00 a").isFile()).isTrue();
    assertThat(parser.read("name")).isInstanceOf(ListedLine.Unread.class);
  }

  @Test
  void aWrappedLineOfVmsCountsAsTwo() {
    var parser = new VmsListingParser();

    assertThat(parser.read("NAME.TXT;1")).isInstanceOf(ListedLine.Unread.class);
    assertThat(parser.read("  1/2  21-NOV-2026 04:15:09"))
        .isInstanceOfSatisfying(
            ListedLine.Entry.class, told -> assertThat(told.lines()).isEqualTo(2));
  }

  @Test
  void saysWhereASizeIsNotTheOctetsOfATransfer() {
    assertThat(exact(new VmsListingParser(), "A.TXT;1  1/2  21-NOV-2026 04:15:09")).isFalse();
    assertThat(exact(new As400ListingParser(), "J 7 11/21/26 04:15:00 *FILE A.FILE")).isFalse();
    assertThat(exact(new As400ListingParser(), "J 7 11/21/26 04:15:00 *STMF a")).isTrue();
    assertThat(exact(new EplfListingParser(), "+r,\ta")).isFalse();
    assertThat(exact(new PlainListingParser(), "a")).isFalse();
    assertThat(exact(new DosListingParser(), "11-21-26  04:15PM  7 a")).isTrue();
    assertThat(exact(MlsxLine::listed, "type=file; a")).isFalse();
    assertThat(exact(MlsxLine::listed, "type=file;size=0; a")).isTrue();
  }

  private static boolean exact(ListingParser parser, String line) {
    return parser.read(line) instanceof ListedLine.Entry told && told.exact();
  }

  private static void assertAllTold(ListingParser parser, List<Sample> samples) {
    var softly = new SoftAssertions();
    for (Sample sample : samples) {
      String told = ListingCorpus.written(parser.read(sample.line()));
      String expected = sample.told().isEmpty() ? "unread" : sample.told();
      softly.assertThat(told).as(sample.line()).isEqualTo(expected);
    }
    softly.assertAll();
  }
}
