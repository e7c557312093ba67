package dev.simpleftp.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// One rule of the house.
///
/// @param name a sentence that says what holds
/// @param plant the simple name of the planted class that breaks it
/// @param below the rule for the classes below a root package
record Rule(String name, String plant, Function<String, ArchRule> below) {

  static List<Rule> all() {
    return Stream.of(HexagonRules.all(), NamingRules.all(), CodingRules.all(), CycleRules.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
