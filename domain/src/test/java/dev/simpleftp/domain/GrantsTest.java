package dev.simpleftp.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {

  private static Grants grants() throws Refused {
    return new Grants(
        Map.of(
            FilePath.of("/"), Permission.readOnly(),
            FilePath.of("/a"), Permission.all(),
            FilePath.of("/a/closed"), Set.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "/, READ, true",
    "/, WRITE, false",
    "/x/y, LIST, true",
    "/x/y, REMOVE, false",
    "/a, WRITE, true",
    "/a/deep/er, WRITE, true",
    "/ab, WRITE, false",
    "/ab, READ, true",
    "/a/closed, READ, false",
    "/a/closed/x, WRITE, false",
    "/a/closed2, WRITE, true"
  })
  void letsTheNearestRuleCount(String path, Permission permission, boolean allowed) throws Refused {
    assertThat(grants().allow(permission, FilePath.of(path))).isEqualTo(allowed);
  }

  @Test
  void allowsNothingWithoutARule() throws Refused {
    var grants = new Grants(Map.of(FilePath.of("/a"), Permission.all()));

    assertThat(grants.allow(Permission.LIST, FilePath.ROOT)).isFalse();
    assertThat(grants.allow(Permission.LIST, FilePath.of("/b"))).isFalse();
  }

  @Test
  void allowsTheSameEverywhere() throws Refused {
    var grants = Grants.everywhere(Permission.readOnly());

    assertThat(grants.allow(Permission.READ, FilePath.of("/any/where"))).isTrue();
    assertThat(grants.allow(Permission.RENAME, FilePath.of("/any/where"))).isFalse();
  }
}
