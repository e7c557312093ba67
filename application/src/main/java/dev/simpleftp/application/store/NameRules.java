package dev.simpleftp.application.store;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Glob;
import java.util.List;

/// Which names nobody sees, and which nobody may give.
///
/// @param hidden names that are as if they were not there, and all below them
/// @param denied names that no file or directory may be given; those that bear one can be read
public record NameRules(List<Glob> hidden, List<Glob> denied) {
  public static final NameRules NONE = new NameRules(List.of(), List.of());

  public NameRules {
    hidden = List.copyOf(hidden);
    denied = List.copyOf(denied);
  }

  /// Whether no name is special.
  public boolean isEmpty() {
    return hidden.isEmpty() && denied.isEmpty();
  }

  boolean hides(FileName name) {
    return fits(hidden, name);
  }

  boolean hides(FilePath path) {
    return path.names().stream().anyMatch(this::hides);
  }

  boolean denies(FileName name) {
    return fits(denied, name) || hides(name);
  }

  private static boolean fits(List<Glob> patterns, FileName name) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(name.text()));
  }
}
