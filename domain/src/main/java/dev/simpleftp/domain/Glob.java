package dev.simpleftp.domain;

/// A pattern of file names: `*` stands for any run of characters, `?` for one.
///
/// Every other character stands for itself; there is no escape. Matching takes at most pattern
/// times name steps and no memory, whatever a stranger sends: only the last star is ever taken up
/// again.
///
/// @param pattern as it was written
public record Glob(String pattern) {

  /// Whether this text holds anything that a pattern treats in a special way.
  public static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /// Whether the whole name fits.
  public boolean matches(String name) {
    int at = 0;
    int i = 0;
    int star = -1;
    int taken = 0;
    while (i < name.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        taken = i;
      } else if (at < pattern.length() && fits(pattern.charAt(at), name.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++taken;
      } else {
        return false;
      }
    }
    return isStars(at);
  }

  @Override
  public String toString() {
    return pattern;
  }

  private static boolean fits(char wanted, char found) {
    return wanted == '?' || wanted == found;
  }

  private boolean isStars(int from) {
    return pattern.chars().skip(from).allMatch(c -> c == '*');
  }
}
