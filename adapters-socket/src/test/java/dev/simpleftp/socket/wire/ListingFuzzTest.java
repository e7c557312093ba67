package dev.simpleftp.socket.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.socket.wire.MlsxFacts.Fact;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Listings of any bytes: every parser reads on to the end, and what it tells is safe to use and to
/// tell again. [HostileListingTest] has the properties of the same.
class ListingFuzzTest {
  private static final MlsxFacts ALL = new MlsxFacts(EnumSet.allOf(Fact.class));

  @FuzzTest
  void anyBytesAreReadOrSkipped(byte[] bytes) {
    List<ListingParser> parsers = new ArrayList<>();
    for (ListingDialect dialect : ListingDialect.values()) {
      parsers.add(dialect.parser(Entries.NOW));
    }
    parsers.add(ListingParser.printed(Entries.NOW));
    parsers.add(ListingParser.facts());
    for (String line : LosslessUtf8.decode(bytes).split("\n", -1)) {
      for (ListingParser parser : parsers) {
        if (parser.read(line) instanceof ListedLine.Entry told) {
          check(told.entry());
        }
      }
    }
  }

  private static void check(FileEntry entry) {
    assertThat(FileName.isValid(entry.name().text())).isTrue();
    assertThat(entry.size()).isNotNegative();
    assertThat(entry.mode()).isBetween(0, 07777);
    var line = new StringBuilder();
    ALL.append(line, entry, entry.name().text(), Permission.all());
    FileEntry again = Entries.told(MlsxLine::listed, line.toString());
    assertThat(again.name()).isEqualTo(entry.name());
    assertThat(again.kind()).isEqualTo(entry.kind());
  }
}
