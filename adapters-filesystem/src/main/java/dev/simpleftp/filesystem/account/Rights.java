package dev.simpleftp.filesystem.account;

import dev.simpleftp.domain.Permission;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Rights as people write them: `read`, `write` or `none`, or the single ones joined by `+`.
///
/// `read` alone is list and read, `write` alone is everything. As single rights they stand in a
/// list, such as `list+write`; a list of one of them begins with `+`.
public final class Rights {
  public static final String FORMS =
      "read, write, none, or some of list, read, write, mkdir, remove, rename joined by +";

  private static final String NONE = "none";
  private static final String READ = "read";
  private static final String WRITE = "write";

  private static final Map<Permission, String> WORDS =
      new EnumMap<>(
          Map.of(
              Permission.LIST, "list",
              Permission.READ, READ,
              Permission.WRITE, WRITE,
              Permission.MAKE_DIRECTORY, "mkdir",
              Permission.REMOVE, "remove",
              Permission.RENAME, "rename"));

  private Rights() {}

  /// Reads rights; empty when the text is none of [#FORMS].
  public static Optional<Set<Permission>> of(String text) {
    return switch (text) {
      case NONE -> Optional.of(Set.of());
      case READ -> Optional.of(Permission.readOnly());
      case WRITE -> Optional.of(Permission.all());
      default -> list(text.startsWith("+") ? text.substring(1) : text);
    };
  }

  /// The shortest text for these rights, which [#of] reads.
  public static String write(Set<Permission> rights) {
    if (rights.isEmpty()) {
      return NONE;
    }
    if (rights.equals(Permission.readOnly())) {
      return READ;
    }
    if (rights.equals(Permission.all())) {
      return WRITE;
    }
    String list =
        EnumSet.copyOf(rights).stream().map(Rights::word).collect(Collectors.joining("+"));
    return list.equals(READ) || list.equals(WRITE) ? "+" + list : list;
  }

  private static Optional<Set<Permission>> list(String text) {
    Set<Permission> result = EnumSet.noneOf(Permission.class);
    for (String word : text.split("\\+", -1)) {
      Optional<Permission> permission =
          WORDS.keySet().stream().filter(p -> word(p).equals(word)).findFirst();
      if (permission.isEmpty()) {
        return Optional.empty();
      }
      result.add(permission.get());
    }
    return Optional.of(Set.copyOf(result));
  }

  private static String word(Permission permission) {
    return WORDS.getOrDefault(permission, permission.name());
  }
}
