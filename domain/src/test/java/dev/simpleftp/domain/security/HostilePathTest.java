package dev.simpleftp.domain.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Paths that lead out of the root (CWE-22, CWE-23, CWE-73, CWE-180): servers looked for `../` in
/// one spelling and the system found it in another. Whatever text comes in, the path it makes lies
/// below the root and stays there when it is read again. R5.
class HostilePathTest {
  private static final String OVERLONG_SLASH = decoded(0xC0, 0xAF);
  private static final String OVERLONG_DOT = decoded(0xC0, 0xAE);

  private static String decoded(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return LosslessUtf8.decode(bytes);
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "/",
            "..",
            ".",
            "\\",
            "\0",
            "%2e",
            "%2f",
            ":",
            "~",
            "\uFF0E",
            "\u2024",
            "\u2025",
            "\uFF0F",
            OVERLONG_SLASH,
            OVERLONG_DOT,
            "C:",
            "a",
            " ",
            "-",
            "*",
            "\r",
            "\n",
            "\u0001",
            "\uD800",
            "\uDC80",
            "etc",
            "passwd",
            "//",
            "/../",
            "/./");
    Arbitrary<String> noise = Arbitraries.strings().ofMaxLength(5);
    return Arbitraries.frequencyOf(Tuple.of(9, pieces), Tuple.of(1, noise))
        .list()
        .ofMaxSize(12)
        .map(list -> String.join("", list));
  }

  @Property(tries = 20_000)
  void neverLeavesTheRoot(@ForAll("hostile") String directory, @ForAll("hostile") String text) {
    FilePath path;
    try {
      path = FilePath.of(directory).resolve(text);
    } catch (Refused refused) {
      assertThat(refused.refusal()).isEqualTo(Refusal.BAD_NAME);
      return;
    }

    List<String> names = path.names().stream().map(FileName::text).toList();
    assertThat(names).allSatisfy(HostilePathTest::isOneSafeSegment);
    assertThat(path.startsWith(FilePath.ROOT)).isTrue();
  }

  @Property(tries = 5_000)
  void readsItsOwnTextAsTheSamePath(@ForAll("hostile") String text) throws Refused {
    FilePath path;
    try {
      path = FilePath.of(text);
    } catch (Refused _) {
      return;
    }

    assertThat(FilePath.of(path.toString())).isEqualTo(path);
    assertThat(FilePath.of(roundTrip(path.toString()))).isEqualTo(path);
  }

  @Property(tries = 5_000)
  void staysBelowATopItWasPutUnder(@ForAll("hostile") String text) throws Refused {
    FilePath home = FilePath.of("/home/alice");
    FilePath path;
    try {
      path = FilePath.of("/").resolve(text);
    } catch (Refused _) {
      return;
    }

    assertThat(path.under(home).startsWith(home)).isTrue();
    assertThat(path.under(home).relativeTo(home)).contains(path);
  }

  private static void isOneSafeSegment(String name) {
    assertThat(name).isNotIn("", ".", "..");
    assertThat(name.chars().mapToObj(Character::toString).collect(Collectors.toSet()))
        .doesNotContain("/", "\0", "\r", "\n");
    for (byte b : LosslessUtf8.encode(name)) {
      assertThat((char) b).isNotIn('/', '\0', '\r', '\n');
    }
  }

  private static String roundTrip(String text) {
    return LosslessUtf8.decode(LosslessUtf8.encode(text));
  }
}
