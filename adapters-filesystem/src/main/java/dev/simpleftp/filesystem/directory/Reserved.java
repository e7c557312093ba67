package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;

/// The names that a served tree keeps for unfinished uploads. Nobody sees or changes them.
final class Reserved {
  /// The directory at the root.
  static final String AREA = ".simpleftp";

  /// Where that directory lies on another device than the target, parts stand beside the target.
  private static final String BESIDE_PREFIX = AREA + "-";

  private static final String PART_SUFFIX = ".part";
  private static final int ID_LENGTH = 16;

  private Reserved() {}

  /// Whether an entry of this name in this directory is hidden.
  static boolean hides(FilePath directory, FileName name) {
    return (directory.isRoot() && name.text().equals(AREA)) || isBeside(name.text());
  }

  static void hide(FilePath path) throws Refused {
    refuse(path, Refusal.NOT_FOUND);
  }

  static void deny(FilePath path) throws Refused {
    refuse(path, Refusal.DENIED);
  }

  static String beside(String id, long number) {
    return BESIDE_PREFIX + id + "-" + number + PART_SUFFIX;
  }

  static String part(long number) {
    return number + PART_SUFFIX;
  }

  static boolean isBesideOf(String id, FileName name) {
    return isBeside(name.text()) && name.text().startsWith(BESIDE_PREFIX + id + "-");
  }

  /// Whether this is the id of an instance: sixteen hexadecimal digits.
  static boolean isId(String text) {
    return text.length() == ID_LENGTH && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static boolean isBeside(String name) {
    int id = BESIDE_PREFIX.length();
    return name.startsWith(BESIDE_PREFIX)
        && name.endsWith(PART_SUFFIX)
        && name.length() > id + ID_LENGTH
        && isId(name.substring(id, id + ID_LENGTH));
  }

  private static void refuse(FilePath path, Refusal refusal) throws Refused {
    boolean first = true;
    for (FileName name : path.names()) {
      if ((first && name.text().equals(AREA)) || isBeside(name.text())) {
        throw new Refused(refusal);
      }
      first = false;
    }
  }
}
