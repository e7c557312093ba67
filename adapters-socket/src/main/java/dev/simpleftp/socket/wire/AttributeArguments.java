package dev.simpleftp.socket.wire;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Reads what stands behind the verbs that change times and permissions.
final class AttributeArguments {
  private static final int TIME_DIGITS = 14;
  private static final int MODE_DIGITS = 3;
  private static final int ZONED_WORDS = 4;

  private AttributeArguments() {}

  /// draft-somers-ftp-mfxx §3: a time and a path.
  static Command modify(String argument) throws CommandRejected {
    var split = Split.atFirstBlank(argument);
    return new Command.Modify(time(split.word), split.path());
  }

  /// draft-somers-ftp-mfxx §4; no store keeps a time of creation that can be set.
  static Command create(String argument) throws CommandRejected {
    var split = Split.atFirstBlank(argument);
    time(split.word);
    split.path();
    throw new CommandRejected(504, "The time of creation cannot be set here; use MFMT.");
  }

  /// A path, or the form that sets a time: fourteen digits, one blank and a path.
  static Command modificationTime(String argument) {
    var split = Split.atFirstBlank(argument);
    return startsWithDigits(split.word) && !split.rest.isEmpty()
        ? new Command.ModifyOrTell(argument, FtpTime.read(split.word), split.rest)
        : new Command.ModificationTime(argument);
  }

  /// draft-somers-ftp-mfxx §5: `fact=value;fact=value; path`. All facts are checked before any is
  /// set.
  static Command facts(String argument) throws CommandRejected {
    var split = Split.atFirstBlank(argument);
    if (!split.word.endsWith(";")) {
      throw new CommandRejected(501, "Facts end with a semicolon: Modify=...;UNIX.mode=...; path");
    }
    Optional<Instant> modified = Optional.empty();
    Optional<Integer> mode = Optional.empty();
    for (String fact : split.word.substring(0, split.word.length() - 1).split(";", -1)) {
      int equals = fact.indexOf('=');
      String name = fact.substring(0, Math.max(0, equals)).toLowerCase(Locale.ROOT);
      String value = fact.substring(equals + 1);
      switch (name) {
        case "modify" -> modified = once(modified, time(value));
        case "unix.mode" -> mode = once(mode, octal(value));
        case "" -> throw new CommandRejected(501, "Expected are facts such as UNIX.mode=644;");
        default -> throw new CommandRejected(504, "Only Modify and UNIX.mode can be set.");
      }
    }
    return new Command.ChangeFacts(modified, mode, split.path());
  }

  /// SITE CHMOD: a mode and a path.
  static Command mode(String argument) throws CommandRejected {
    var split = Split.atFirstBlank(argument);
    return new Command.ChangeMode(octal(split.word), split.path());
  }

  /// SITE UTIME, in both forms of the field: `YYYYMMDDhhmm[ss] path`, and the path first, then the
  /// times of access, modification and change, each of fourteen digits, and `UTC`.
  static Command utime(String argument) throws CommandRejected {
    Optional<Command> zoned = zonedTimes(argument);
    if (zoned.isPresent()) {
      return zoned.get();
    }
    var split = Split.atFirstBlank(argument);
    boolean minutes = split.word.length() == TIME_DIGITS - 2;
    return new Command.SetTime(time(minutes ? split.word + "00" : split.word), split.path());
  }

  private static Optional<Command> zonedTimes(String argument) throws CommandRejected {
    var words = new String[ZONED_WORDS];
    String rest = argument;
    for (int i = ZONED_WORDS - 1; i >= 0; i--) {
      int blank = rest.lastIndexOf(' ');
      if (blank <= 0) {
        return Optional.empty();
      }
      words[i] = rest.substring(blank + 1);
      rest = rest.substring(0, blank);
    }
    boolean fits = words[3].equalsIgnoreCase("UTC");
    for (int i = 0; i < ZONED_WORDS - 1; i++) {
      fits &= words[i].length() == TIME_DIGITS && startsWithDigits(words[i]);
    }
    return fits ? Optional.of(new Command.SetTime(time(words[1]), rest)) : Optional.empty();
  }

  private static boolean startsWithDigits(String word) {
    return word.length() >= TIME_DIGITS
        && word.chars().limit(TIME_DIGITS).allMatch(c -> c >= '0' && c <= '9');
  }

  private static Instant time(String text) throws CommandRejected {
    return FtpTime.read(text)
        .orElseThrow(() -> new CommandRejected(501, "Expected is a time as YYYYMMDDHHMMSS, UTC."));
  }

  /// Three octal digits; a fourth one in front stands for bits that nobody may set from afar.
  private static int octal(String text) throws CommandRejected {
    boolean digits =
        (text.length() == MODE_DIGITS || text.length() == MODE_DIGITS + 1)
            && text.chars().allMatch(c -> c >= '0' && c <= '7');
    if (!digits) {
      throw new CommandRejected(501, "Expected is a mode of three octal digits such as 644.");
    }
    if (text.length() > MODE_DIGITS && text.charAt(0) != '0') {
      throw new CommandRejected(504, "Only the nine permission bits can be set.");
    }
    return Integer.parseInt(text, 8);
  }

  private static <T> Optional<T> once(Optional<T> before, T value) throws CommandRejected {
    if (before.isPresent()) {
      throw new CommandRejected(501, "Each fact may be given once.");
    }
    return Optional.of(value);
  }

  /// The first word, and all behind the one blank after it.
  private record Split(String word, String rest) {
    static Split atFirstBlank(String text) {
      int blank = text.indexOf(' ');
      return blank < 0
          ? new Split(text, "")
          : new Split(text.substring(0, blank), text.substring(blank + 1));
    }

    String path() throws CommandRejected {
      if (rest.isEmpty()) {
        throw new CommandRejected(501, "A path is missing.");
      }
      return rest;
    }
  }
}
