package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.OctetRange;
import java.util.Optional;

/// Reads what stands behind RANG, OPTS HASH, XCRC and its sisters.
final class DigestArguments {
  private DigestArguments() {}

  /// draft-bryan-ftp-range §3: two numbers with one blank between them.
  static Command range(String argument) throws CommandRejected {
    int blank = argument.indexOf(' ');
    if (blank < 0) {
      throw new CommandRejected(501, "The first and the last octet are expected.");
    }
    return new Command.Range(
        Arguments.number(argument.substring(0, blank)),
        Arguments.number(argument.substring(blank + 1)));
  }

  static Command option(String name) throws CommandRejected {
    Optional<DigestAlgorithm> algorithm = DigestAlgorithm.of(name);
    if (!name.isEmpty() && algorithm.isEmpty()) {
      throw new CommandRejected(501, "Unknown algorithm; the choice is as it was. See FEAT.");
    }
    return new Command.OptionHash(algorithm);
  }

  /// No standard says what stands behind these verbs. A name may stand in quotes (one inside is
  /// doubled) with two numbers behind them; a name without blanks needs no quotes for that.
  /// Anything else is a name, blanks and digits included.
  static Command checksum(DigestAlgorithm algorithm, String argument) throws CommandRejected {
    int end = closingQuote(argument);
    if (end > 0) {
      String name = argument.substring(1, end).replace("\"\"", "\"");
      return new Command.Checksum(name, algorithm, octets(argument.substring(end + 1)));
    }
    int blank = argument.indexOf(' ');
    String behind = blank < 0 ? "" : argument.substring(blank);
    return isTwoNumbers(behind)
        ? new Command.Checksum(argument.substring(0, blank), algorithm, octets(behind))
        : new Command.Checksum(argument, algorithm, OctetRange.WHOLE);
  }

  /// Where the quotes end that the argument begins with; -1 when it is not a quoted name.
  private static int closingQuote(String argument) {
    if (!argument.startsWith("\"")) {
      return -1;
    }
    int quote = argument.indexOf('"', 1);
    while (quote >= 0 && argument.startsWith("\"\"", quote)) {
      quote = argument.indexOf('"', quote + 2);
    }
    boolean atEnd = quote == argument.length() - 1 || argument.startsWith("\" ", quote);
    return quote > 1 && atEnd ? quote : -1;
  }

  private static boolean isTwoNumbers(String behind) {
    int second = behind.indexOf(' ', 1);
    return second > 1
        && second < behind.length() - 1
        && behind.chars().allMatch(c -> c == ' ' || (c >= '0' && c <= '9'))
        && behind.lastIndexOf(' ') == second;
  }

  private static OctetRange octets(String behind) throws CommandRejected {
    if (behind.isBlank()) {
      return OctetRange.WHOLE;
    }
    String numbers = behind.substring(1);
    int blank = numbers.indexOf(' ');
    if (blank < 0) {
      throw new CommandRejected(501, "Two numbers are expected: the first octet and the end.");
    }
    long start = Arguments.number(numbers.substring(0, blank));
    long end = Arguments.number(numbers.substring(blank + 1));
    if (end < start) {
      throw new CommandRejected(501, "The end lies before the first octet.");
    }
    return new OctetRange(start, end);
  }
}
