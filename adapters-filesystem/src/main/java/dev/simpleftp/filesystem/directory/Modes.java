package dev.simpleftp.filesystem.directory;

import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/// The nine permission bits as a number and as the JDK's set.
final class Modes {
  private static final PosixFilePermission[] FROM_HIGH_TO_LOW = PosixFilePermission.values();

  private Modes() {}

  static int bits(Set<PosixFilePermission> permissions) {
    int mode = 0;
    for (PosixFilePermission permission : FROM_HIGH_TO_LOW) {
      mode = (mode << 1) | (permissions.contains(permission) ? 1 : 0);
    }
    return mode;
  }

  static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> result = EnumSet.noneOf(PosixFilePermission.class);
    int bit = 1 << FROM_HIGH_TO_LOW.length;
    for (PosixFilePermission permission : FROM_HIGH_TO_LOW) {
      bit >>= 1;
      if ((mode & bit) != 0) {
        result.add(permission);
      }
    }
    return result;
  }
}
