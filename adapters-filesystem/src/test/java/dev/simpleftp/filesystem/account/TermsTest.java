package dev.simpleftp.filesystem.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.StoreFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TermsTest {
  /// Longer numbers than 18 digits are not read, and nobody can give them.
  private static final long MOST = 999_999_999_999_999_999L;

  @Property
  void readsWhatItWrites(@ForAll("terms") Terms terms) throws StoreFailure {
    String text = terms.toString();

    assertThat(Terms.parse(text)).isEqualTo(terms);
    assertThat(text).doesNotContain(":", "\n", "\r");
  }

  @Provide
  Arbitrary<Terms> terms() {
    return Combinators.combine(
            Arbitraries.maps(paths(), rights()).ofMaxSize(4),
            rights(),
            Arbitraries.longs().between(0, MOST),
            rate(),
            rate())
        .as((rules, everywhere, quota, down, up) -> {
          Map<FilePath, Set<Permission>> all = new HashMap<>(rules);
          all.put(FilePath.ROOT, everywhere);
          return new Terms(new Grants(all), new Allowance(OptionalLong.of(quota), down, up));
        });
  }

  private static Arbitrary<OptionalLong> rate() {
    return Arbitraries.longs()
        .between(1024, MOST)
        .map(OptionalLong::of)
        .injectNull(0.5)
        .map(rate -> rate == null ? OptionalLong.empty() : rate);
  }

  private static Arbitrary<Set<Permission>> rights() {
    return Arbitraries.of(Permission.class).set().map(Set::copyOf);
  }

  private static Arbitrary<FilePath> paths() {
    return Arbitraries.strings()
        .withChars("ab ;=:%+.,\t\u00FC\u6F22#")
        .ofMinLength(1)
        .ofMaxLength(8)
        .filter(FileName::isValid)
        .map(FileName::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(FilePath::new);
  }

  @Example
  void readsRulesAndLimits() throws Exception {
    Terms terms =
        Terms.parse("read;/incoming=list+write;/in%3Bner=none;/odd=+read;quota=2GiB;up=64K");

    assertThat(terms.grants().on(FilePath.of("/x"))).isEqualTo(Permission.readOnly());
    assertThat(terms.grants().on(FilePath.of("/incoming/deep")))
        .containsExactlyInAnyOrder(Permission.LIST, Permission.WRITE);
    assertThat(terms.grants().on(FilePath.of("/in;ner"))).isEmpty();
    assertThat(terms.grants().on(FilePath.of("/incoming2"))).isEqualTo(Permission.readOnly());
    assertThat(terms.grants().on(FilePath.of("/odd"))).containsExactly(Permission.READ);
    assertThat(terms.allowance())
        .isEqualTo(
            new Allowance(
                OptionalLong.of(2L << 30), OptionalLong.empty(), OptionalLong.of(64 << 10)));
  }

  @Example
  void writesOldFieldsAsTheyWere() throws StoreFailure {
    for (String old : List.of("read", "write")) {
      assertThat(Terms.parse(old)).hasToString(old);
    }
  }

  @Example
  void saysWhatIsWrong() {
    Map<String, String> remedies =
        Map.of(
            "", "its rights must be read, write, none",
            "read;", "behind the rights only",
            "read;/a", "/path=rights",
            "read;/a=", "its rights must be",
            "read;/a=read+fly", "its rights must be",
            "read;/%zz=read", "write %25 for '%'",
            "read;/a=read;/a=write", "twice",
            "read;/=write", "twice",
            "read;quota=lots", "sizes such as 2GiB",
            "read;down=1", "at least 1KiB");
    remedies.forEach((text, remedy) ->
        assertThatThrownBy(() -> Terms.parse(text))
            .as(text)
            .isInstanceOf(StoreFailure.class)
            .hasMessageContaining(remedy));
  }
}
