package dev.simpleftp.filesystem.account;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.util.Locale;

/// A path between the signs of the users file: `%`, `:`, `;` and `=` stand as `%XX`.
final class EscapedPath {
  private static final String SIGNS = "%:;=";
  private static final int HEX = 16;

  private EscapedPath() {}

  static String write(FilePath path) {
    var result = new StringBuilder();
    for (char c : path.toString().toCharArray()) {
      if (SIGNS.indexOf(c) >= 0) {
        result.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  /// @throws StoreFailure whose message says what is wrong and what it should be
  static FilePath read(String text) throws StoreFailure {
    try {
      return FilePath.of(unescape(text));
    } catch (Refused e) {
      throw new StoreFailure("a path of a rule is no path; change it", e);
    }
  }

  private static String unescape(String text) throws StoreFailure {
    var result = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '%') {
        result.append(escaped(text, i));
        i += 3;
      } else {
        result.append(c);
        i++;
      }
    }
    return result.toString();
  }

  /// Other characters than ASCII stand for themselves.
  private static char escaped(String text, int at) throws StoreFailure {
    int high = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), HEX) : -1;
    int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), HEX) : -1;
    if (high < 0 || low < 0 || high >= HEX / 2) {
      throw new StoreFailure(
          "in a path of a rule % begins an escape such as %3B for ';'; write %25 for '%' itself");
    }
    return (char) (high * HEX + low);
  }
}
