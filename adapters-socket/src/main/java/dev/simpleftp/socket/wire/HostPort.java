package dev.simpleftp.socket.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The address forms of data connections: `h1,h2,h3,h4,p1,p2` (RFC 959) and `|||port|` (RFC 2428).
///
/// The pattern here reads a few dozen characters of one reply and has no nested repetition.
///
/// @param address four numbers 0 to 255, the IPv4 address
/// @param port 0 to 65535
public record HostPort(List<Integer> address, int port) {
  private static final Pattern SIX_NUMBERS =
      Pattern.compile("(\\d{1,3})" + ", ?(\\d{1,3})".repeat(5));
  private static final Pattern EXTENDED = Pattern.compile("([!-/:-~])\\1\\1(\\d{1,5})\\1");

  /// Reads the first six numbers in the text of a 227 reply, with or without parentheses.
  public static Optional<HostPort> find(String text) {
    Matcher matcher = SIX_NUMBERS.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    MatchResult found = matcher.toMatchResult();
    List<Integer> n =
        IntStream.rangeClosed(1, 6).mapToObj(i -> Integer.valueOf(found.group(i))).toList();
    if (n.stream().anyMatch(i -> i > 255)) {
      return Optional.empty();
    }
    return Optional.of(new HostPort(n.subList(0, 4), n.get(4) * 256 + n.get(5)));
  }

  /// Reads the port from the text of a 229 reply: `(|||port|)`, any delimiter, with or without
  /// parentheses.
  public static OptionalInt findExtended(String text) {
    Matcher matcher = EXTENDED.matcher(text);
    if (!matcher.find()) {
      return OptionalInt.empty();
    }
    int port = Integer.parseInt(matcher.group(2));
    return port >= 1 && port <= 65_535 ? OptionalInt.of(port) : OptionalInt.empty();
  }

  /// The address as people write it: `127.0.0.1`.
  public String host() {
    return address.stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  /// The six numbers as 227 and PORT carry them.
  public String sixNumbers() {
    String host = address.stream().map(String::valueOf).collect(Collectors.joining(","));
    return host + "," + port / 256 + "," + port % 256;
  }
}
