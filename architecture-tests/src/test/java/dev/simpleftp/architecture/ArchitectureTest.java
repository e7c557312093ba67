package dev.simpleftp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The program keeps the rules, and every rule has something to guard.
class ArchitectureTest {
  private static final JavaClasses OURS = House.ours();

  @ParameterizedTest
  @MethodSource("rules")
  void isKept(Rule rule) {
    rule.below().apply(House.ROOT).check(OURS);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void guardsAPackageThatExists(String name) {
    assertThat(OURS)
        .anyMatch(type ->
            (type.getPackageName() + ".").startsWith(House.ROOT + "." + name + ".")
                && !type.getSimpleName().equals("package-info"));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void keepsALibraryInThePlaceThatUsesIt(String library) {
    String user = House.ROOT + "." + House.LIBRARIES.get(library);

    assertThat(OURS)
        .filteredOn(type -> type.getPackageName().startsWith(user))
        .flatExtracting(type -> type.getDirectDependenciesFromSelf())
        .anyMatch(use -> use.getTargetClass().getPackageName().startsWith(library));
  }

  static List<Rule> rules() {
    return Rule.all();
  }

  static List<String> packages() {
    return House.PACKAGES;
  }

  static Set<String> libraries() {
    return House.LIBRARIES.keySet();
  }
}
