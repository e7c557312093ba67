package dev.simpleftp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule fails on the violation planted for it.
class RulesBiteTest {
  private static final JavaClasses PLANTED = House.planted();

  @ParameterizedTest
  @MethodSource("rules")
  void bites(Rule rule) {
    var result = rule.below().apply(House.PLANTED).evaluate(PLANTED);

    assertThat(result.getFailureReport().getDetails())
        .as("what the rule says of %s", rule.plant())
        .anyMatch(line -> line.matches("(?s).*\\b" + rule.plant() + "\\b.*"));
  }

  @Test
  void roleIsAWordAndNotAPartOfOne() {
    assertThat(List.of("ServerName", "toClient", "CLIENT_PORT", "servers"))
        .allMatch(HexagonRules::role);
    assertThat(List.of("observer", "Observers", "clientele")).noneMatch(HexagonRules::role);
  }

  static List<Rule> rules() {
    return Rule.all();
  }
}
