package dev.simpleftp.domain;

import java.util.Map;
import java.util.Set;

/// Which rights hold on which part of the tree.
///
/// The rule of the nearest ancestor counts; `/a` never covers `/ab`. Where no rule reaches, nothing
/// is allowed.
public record Grants(Map<FilePath, Set<Permission>> rules) {
  public Grants {
    rules = Map.copyOf(rules);
  }

  /// The same rights everywhere.
  public static Grants everywhere(Set<Permission> rights) {
    return new Grants(Map.of(FilePath.ROOT, Set.copyOf(rights)));
  }

  /// The rights that hold on this path.
  public Set<Permission> on(FilePath path) {
    FilePath at = path;
    while (!rules.containsKey(at) && !at.isRoot()) {
      at = at.parent();
    }
    return rules.getOrDefault(at, Set.of());
  }

  /// Whether the same rights hold everywhere.
  public boolean isUniform() {
    return rules.size() == 1 && rules.containsKey(FilePath.ROOT);
  }

  /// Whether something below this path has a rule of its own.
  public boolean hasRuleBelow(FilePath path) {
    return rules.keySet().stream().anyMatch(at -> at.startsWith(path) && !at.equals(path));
  }

  public boolean allow(Permission permission, FilePath path) {
    return on(path).contains(permission);
  }
}
