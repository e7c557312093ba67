package dev.simpleftp.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;

/// Packages form no circle.
final class CycleRules {
  private CycleRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "no circle of packages",
            "ClientServing",
            root -> slices().matching(root + ".(**)").should().beFreeOfCycles()));
  }
}
