package dev.simpleftp.bootstrap;

import dev.simpleftp.domain.Permission;
import java.util.Set;

/// What a guest may do.
public enum AnonymousRights {
  /// Not even come in.
  NONE,
  READ,
  WRITE;

  Set<Permission> permissions() {
    return switch (this) {
      case NONE -> Set.of();
      case READ -> Permission.readOnly();
      case WRITE -> Permission.all();
    };
  }
}
