package dev.simpleftp.socket.wire;

import java.util.Locale;

/// Reads what a client tells of itself and of the server it means: HOST, CSID, LANG.
final class Introduction {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;
  private static final int MAX_TAG = 8;

  private Introduction() {}

  /// RFC 7151 §3: a domain name, an IPv4 address, or an IPv6 address in brackets.
  static Command host(String argument) throws CommandRejected {
    String name = argument.strip();
    boolean literal = name.startsWith("[") && name.endsWith("]");
    if (literal ? !isIpv6(name.substring(1, name.length() - 1)) : !isDomain(name)) {
      throw new CommandRejected(501, "A host name, or an IPv6 address in brackets, is expected.");
    }
    return new Command.Host();
  }

  private static boolean isIpv6(String digits) {
    return digits.indexOf(':') >= 0
        && digits.length() <= MAX_LABEL
        && digits.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
  }

  private static boolean isDomain(String name) {
    if (name.length() > MAX_NAME) {
      return false;
    }
    int begin = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', begin)) {
      if (!isLabel(name.substring(begin, dot))) {
        return false;
      }
      begin = dot + 1;
    }
    boolean endsWithDot = begin == name.length() && begin > 0;
    return endsWithDot || isLabel(name.substring(begin));
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && label.length() <= MAX_LABEL
        && label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-')
        && !label.startsWith("-")
        && !label.endsWith("-");
  }

  /// `Name=…; Version=…;` and perhaps more of the kind
  /// (draft-peterson-streamlined-ftp-command-extensions).
  static Command program(String argument) throws CommandRejected {
    String rest = argument.strip();
    boolean named = rest.regionMatches(true, 0, "Name=", 0, 5);
    while (!rest.isEmpty()) {
      int end = rest.indexOf(';');
      int equals = rest.indexOf('=');
      if (!named || equals < 1 || end < equals + 2) {
        throw new CommandRejected(501, "Expected is CSID Name=<name>; Version=<version>;.");
      }
      rest = rest.substring(end + 1).strip();
    }
    return new Command.ClientAndServer();
  }

  /// RFC 2640 §4.1: a language tag; none means the language of the server.
  static Command language(String argument) throws CommandRejected {
    String tag = argument.strip().toLowerCase(Locale.ROOT);
    if (tag.isEmpty() || tag.equals("en")) {
      return new Command.Language();
    }
    throw isTag(tag)
        ? new CommandRejected(504, "The replies are in English only.")
        : new CommandRejected(501, "A language tag such as EN is expected.");
  }

  /// RFC 1766: words of one to eight letters and digits with dashes between them.
  private static boolean isTag(String tag) {
    int word = 0;
    for (int i = 0; i < tag.length(); i++) {
      boolean dash = tag.charAt(i) == '-';
      if (dash ? word == 0 : !isLetterOrDigit(tag.charAt(i)) || word == MAX_TAG) {
        return false;
      }
      word = dash ? 0 : word + 1;
    }
    return word > 0;
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
