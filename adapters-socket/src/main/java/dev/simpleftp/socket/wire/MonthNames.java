package dev.simpleftp.socket.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Short names of months as `ls` prints them under the locales that servers run in.
///
/// A name that is one month here and another there is left out.
final class MonthNames {
  private static final int LONGEST = 8;
  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    add(1, "jan", "januar", "janv", "gen", "ene", "jän");
    add(2, "feb", "febr", "fév", "févr", "fev");
    add(3, "mar", "mär", "mrz", "märz", "mars", "mrt", "març");
    add(4, "apr", "avr", "abr", "april");
    add(5, "may", "mai", "mag", "mei", "maj");
    add(6, "jun", "juni", "juin", "giu", "june");
    add(7, "jul", "juli", "juil", "lug", "july");
    add(8, "aug", "août", "ago", "aoû");
    add(9, "sep", "sept", "set");
    add(10, "oct", "okt", "ott", "out");
    add(11, "nov");
    add(12, "dec", "dez", "déc", "dic");
  }

  private MonthNames() {}

  /// 1 to 12 for a name with or without a point, and for `11月`; 0 for anything else.
  static int read(String word) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return 0;
    }
    char last = word.charAt(word.length() - 1);
    String name = last == '.' || last == '月' ? word.substring(0, word.length() - 1) : word;
    if (last == '月') {
      boolean number = name.length() <= 2 && Decimal.read(name).isPresent();
      int month = number ? Integer.parseInt(name) : 0;
      return month <= 12 ? month : 0;
    }
    return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  /// The English month of three letters at this place, which every system without locales prints.
  static int read(String text, int at) {
    return at + 3 <= text.length() ? read(text.substring(at, at + 3)) : 0;
  }

  private static void add(int month, String... names) {
    for (String name : names) {
      MONTHS.put(name, month);
    }
  }
}
