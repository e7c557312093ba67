package dev.simpleftp.domain;

import java.util.EnumSet;
import java.util.Set;

/// One thing a login may do to a path.
public enum Permission {
  /// See names, sizes and times.
  LIST,
  /// Take the content of a file.
  READ,
  /// Make a file or change its content.
  WRITE,
  MAKE_DIRECTORY,
  /// Remove a file or a directory.
  REMOVE,
  RENAME;

  private static final Set<Permission> READ_ONLY = Set.of(LIST, READ);
  private static final Set<Permission> ALL = Set.copyOf(EnumSet.allOf(Permission.class));

  /// The rights of somebody who may look but not touch.
  public static Set<Permission> readOnly() {
    return READ_ONLY;
  }

  public static Set<Permission> all() {
    return ALL;
  }
}
