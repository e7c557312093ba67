package dev.simpleftp.socket.wire;

import static dev.simpleftp.socket.wire.Entries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.LosslessUtf8;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines that want to harm: no parser fails, and no entry leaves its directory.
class HostileListingTest {
  private static final int MEGABYTE = 1 << 20;

  @Property
  void anyBytesAreReadOrSkipped(@ForAll byte[] bytes) {
    assertHarmless(LosslessUtf8.decode(bytes));
  }

  @Property
  void spoiltLinesAreReadOrSkipped(@ForAll("spoilt") String line) {
    assertHarmless(line);
  }

  @Property(tries = 100)
  void spoiltListingsAreReadOrSkipped(@ForAll("listings") List<String> lines) {
    for (ListingParser parser : parsers()) {
      lines.forEach(line -> assertHarmless(parser, line));
    }
  }

  /// A parser that took quadratic time would need hours for these.
  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        " ",
        "a",
        "7",
        "-",
        ";",
        ",",
        "=",
        "\t",
        "[",
        "é",
        "\uDC80",
        "; ",
        " 7",
        "-> ",
        "1,234,",
        "Nov 20 12:00 ",
        "a=b;",
        "-rw-r--r-- 1 o g ",
        "d [R----F--] "
      })
  void aLineOfAMegabyteTakesLinearTime(String piece) {
    String filler = piece.repeat(MEGABYTE / piece.length());

    assertHarmless(filler);
    String shorter = filler.substring(0, MEGABYTE / 8 / piece.length() * piece.length());
    for (String start : STARTS) {
      assertHarmless(start + shorter);
    }
  }

  @Test
  void aHundredThousandLinesAreNotKept() {
    var parser = ListingParser.printed(NOW);
    var first = new WeakReference<>(parser.read("-rw-r--r-- 1 o g 4711 Nov 20 12:00 a first name"));
    for (int i = 0; i < 100_000; i++) {
      String name = "a name that is as long as names often are " + i;
      assertThat(Entries.told(parser, "-rw-r--r-- 1 o g 4711 Nov 20 12:00 " + name).name().text())
          .isEqualTo(name);
    }

    Awaitility.await()
        .until(() -> {
          System.gc();
          return first.get() == null;
        });
  }

  private static final List<String> STARTS =
      List.of(
          "-rw-r--r-- 1 o g 4711 Nov 20 12:00 ",
          "11-21-26  04:15PM       <DIR>          ",
          "+r,s1,",
          "NAME.TXT;1 ",
          "J 7 11/21/26 04:15:00 *STMF ",
          "d [R----F--] joe ",
          "  0 DIR 04-11-95 16:26 ",
          "type=OS.unix=slink:/a ");

  @Provide
  Arbitrary<String> spoilt() throws IOException {
    Arbitrary<String> lines = Arbitraries.of(ListingCorpus.lines());
    Arbitrary<Long> seeds = Arbitraries.longs();
    return Combinators.combine(lines, seeds).as(HostileListingTest::spoil);
  }

  @Provide
  Arbitrary<List<String>> listings() throws IOException {
    return spoilt().list().ofMaxSize(50);
  }

  /// A few characters of a line changed, doubled, taken out or put in.
  private static String spoil(String line, long seed) {
    String signs = " \t/.;,-+=<>[]:0179aZ\0\r\n\u001B\uDC80é漢'*";
    var random = new Random(seed);
    var out = new StringBuilder(line);
    for (int times = random.nextInt(5); times >= 0; times--) {
      int at = random.nextInt(out.length() + 1);
      int end = Math.min(out.length(), at + random.nextInt(4));
      switch (random.nextInt(4)) {
        case 0 -> out.delete(at, end);
        case 1 -> out.insert(at, out.substring(at, end));
        case 2 -> out.insert(at, signs.charAt(random.nextInt(signs.length())));
        default -> out.replace(at, end, "../");
      }
    }
    return out.toString();
  }

  private static void assertHarmless(String line) {
    parsers().forEach(parser -> assertHarmless(parser, line));
  }

  private static void assertHarmless(ListingParser parser, String line) {
    if (parser.read(line) instanceof ListedLine.Entry told) {
      assertThat(FileName.isValid(told.entry().name().text())).isTrue();
      assertThat(told.entry().size()).isNotNegative();
    }
  }

  private static List<ListingParser> parsers() {
    List<ListingParser> parsers = new ArrayList<>();
    for (ListingDialect dialect : ListingDialect.values()) {
      parsers.add(dialect.parser(NOW));
    }
    parsers.add(ListingParser.printed(NOW));
    parsers.add(ListingParser.facts());
    return parsers;
  }
}
