package dev.simpleftp.socket.wire;

import java.util.Optional;
import java.util.Set;

/// Turns a line into a [Command]: the one place where the text of a client is parsed.
public final class CommandCodec {
  private CommandCodec() {}

  /// Reads one command.
  ///
  /// @param line without its end
  /// @param withheld the verbs that are not carried out here although the table has them
  /// @throws CommandRejected 500 unknown, 501 bad argument, 502 known but not carried out, 504 not
  ///   for this argument, 522 no such address family
  public static Command parse(String line, Set<Verb> withheld) throws CommandRejected {
    if (line.indexOf('\0') >= 0 || line.indexOf('\r') >= 0) {
      throw new CommandRejected(501, "A command must not contain NUL or CR.");
    }
    Verb verb = verb(line, withheld);
    return verb.parse(argument(verb, line));
  }

  /// The verb at the beginning of a line, for those who only need to know what it is about.
  public static Optional<Verb> peek(String line) {
    return Verb.of(name(line));
  }

  private static Verb verb(String line, Set<Verb> withheld) throws CommandRejected {
    String name = name(line);
    Optional<Verb> verb = Verb.of(name);
    if (verb.isEmpty() || withheld.contains(verb.get())) {
      throw verb.isPresent() || Verb.isKnown(name)
          ? new CommandRejected(502, "Command not implemented.")
          : new CommandRejected(500, "Unknown command; HELP lists the known ones.");
    }
    return verb.get();
  }

  private static String name(String line) {
    int blank = line.indexOf(' ');
    return blank < 0 ? line : line.substring(0, blank);
  }

  /// One blank ends the verb; any further one belongs to the argument, so a name may begin with a
  /// blank.
  private static String argument(Verb verb, String line) throws CommandRejected {
    String argument =
        line.length() > verb.name().length() ? line.substring(verb.name().length() + 1) : "";
    boolean given = !argument.isBlank();
    if (verb.argument() == Verb.Argument.REQUIRED && argument.isEmpty()) {
      throw new CommandRejected(501, "An argument is missing: " + verb.help());
    }
    if (verb.argument() == Verb.Argument.NONE && given) {
      throw new CommandRejected(501, "No argument is allowed: " + verb.help());
    }
    return argument;
  }
}
