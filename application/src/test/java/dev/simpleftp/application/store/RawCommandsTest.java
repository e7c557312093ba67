package dev.simpleftp.application.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.Capability.RawCommands;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Words that a rule does not understand could lead around it.
class RawCommandsTest {
  private static final Set<Permission> EVERY_RIGHT = EnumSet.allOf(Permission.class);

  private final RecordingFileStore inner = new RecordingFileStore();

  /// A store around a store that has a rule.
  @FunctionalInterface
  interface Rule {
    FileStore around(FileStore inner) throws IOException;
  }

  static Stream<Named<Rule>> rules() {
    return Stream.of(
        Named.of("grants", inner -> new GuardedFileStore(inner, Grants.everywhere(EVERY_RIGHT))),
        Named.of("a home", inner -> new SubtreeFileStore(inner, FilePath.of("/home"))),
        Named.of("names", inner -> new FilteredFileStore(inner, NameRules.NONE)),
        Named.of("a quota", inner -> new QuotaFileStore(inner, new Usage(), Long.MAX_VALUE)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void areDeniedWhereThereIsARule(Rule rule) throws IOException {
    RawCommands raw = rule.around(inner).capability(RawCommands.class).orElseThrow();

    assertThatThrownBy(() -> raw.send("DELE /a"))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.DENIED));
    assertThat(inner.calls).isEmpty();
  }

  @Test
  void passALimitOfSpeed() throws IOException {
    var throttled = new ThrottledFileStore(inner, List.of(), List.of());

    assertThat(throttled.capability(RawCommands.class).orElseThrow().send("HELP"))
        .containsExactly("heard");
    assertThat(inner.calls).containsExactly("send HELP");
  }
}
