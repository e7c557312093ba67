package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.Secret;
import dev.simpleftp.socket.wire.Command.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what stands behind a verb, where it is more than a path.
final class Arguments {
  private Arguments() {}

  static Command type(String argument) throws CommandRejected {
    return new Command.Type(transferType(argument));
  }

  static Command mode(String argument) throws CommandRejected {
    return switch (argument.strip().toUpperCase(Locale.ROOT)) {
      case "S" -> new Command.Mode(TransferMode.STREAM);
      case "Z" -> new Command.Mode(TransferMode.DEFLATE);
      default -> only("S", argument, new Command.Mode(TransferMode.STREAM));
    };
  }

  static Command structure(String argument) throws CommandRejected {
    return only("F", argument, new Command.Structure());
  }

  static Command restart(String argument) throws CommandRejected {
    return new Command.Restart(number(argument));
  }

  /// RFC 959 §4.1.3: a number of octets; that of a record's or page's follows behind an R.
  static Command allocate(String argument) throws CommandRejected {
    String[] words = argument.strip().split(" ", -1);
    boolean record = words.length == 3 && words[1].equalsIgnoreCase("R");
    if (words.length != 1 && !record) {
      throw new CommandRejected(501, "Expected is ALLO <octets> [R <octets>].");
    }
    if (record) {
      number(words[2]);
    }
    return new Command.Allocate(number(words[0]));
  }

  /// RFC 959 §4.1.2: six numbers, spelled as 227 spells them.
  static Command port(String argument) throws CommandRejected {
    HostPort hostPort =
        HostPort.find(argument)
            .filter(found -> found.sixNumbers().equals(argument.strip()) && found.port() > 0)
            .orElseThrow(() -> new CommandRejected(501, "Six numbers from 0 to 255 are expected."));
    return new Command.Active(hostPort.host(), hostPort.port());
  }

  /// RFC 2428 §2: the family, the address and the port, each behind the same delimiter.
  static Command extendedPort(String argument) throws CommandRejected {
    String text = argument.strip();
    String[] parts = text.isEmpty() ? new String[0] : parts(text, text.charAt(0));
    if (parts.length != 5 || !parts[0].isEmpty() || !parts[4].isEmpty()) {
      throw new CommandRejected(501, "Expected is |family|address|port|.");
    }
    if (!parts[1].equals("1") && !parts[1].equals("2")) {
      throw new CommandRejected(522, "Network protocol not supported, use (1,2)");
    }
    long port = number(parts[3]);
    if (port < 1 || port > 65_535) {
      throw new CommandRejected(501, "A port is a number from 1 to 65535.");
    }
    return new Command.Active(parts[2], (int) port);
  }

  static Command list(String argument) {
    return new Command.List(ListFormat.UNIX, withoutOptions(argument));
  }

  static Command names(String argument) {
    return new Command.List(ListFormat.NAMES, withoutOptions(argument));
  }

  static Command status(String argument) {
    return argument.isBlank() ? new Command.Status() : new Command.Look(withoutOptions(argument));
  }

  static Command facts(String argument) {
    return new Command.List(ListFormat.FACTS, argument);
  }

  static Command pass(String argument) {
    return new Command.Pass(Secret.of(argument));
  }

  private static String[] parts(String text, char delimiter) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, begin)) {
      parts.add(text.substring(begin, end));
      begin = end + 1;
    }
    parts.add(text.substring(begin));
    return parts.toArray(String[]::new);
  }

  private static TransferType transferType(String argument) throws CommandRejected {
    return switch (argument.strip().toUpperCase(Locale.ROOT)) {
      case "A", "A N" -> TransferType.ASCII;
      case "I", "L 8", "L8" -> TransferType.IMAGE;
      case "E", "E N", "L 7", "L7", "A T", "A C", "E T", "E C" ->
          throw new CommandRejected(504, "Only the types A and I are supported.");
      default -> throw new CommandRejected(501, "Unknown type; use TYPE A or TYPE I.");
    };
  }

  private static Command only(String supported, String argument, Command command)
      throws CommandRejected {
    if (argument.strip().equalsIgnoreCase(supported)) {
      return command;
    }
    throw argument.strip().length() == 1
        ? new CommandRejected(504, "Only " + supported + " is supported.")
        : new CommandRejected(501, "One letter is expected.");
  }

  static Command extendedPassive(String argument) throws CommandRejected {
    return switch (argument.strip().toUpperCase(Locale.ROOT)) {
      case "" -> new Command.ExtendedPassive(Family.ANY);
      case "1" -> new Command.ExtendedPassive(Family.IPV4);
      case "2" -> new Command.ExtendedPassive(Family.IPV6);
      case "ALL" -> new Command.OnlyExtendedPassive();
      default -> throw new CommandRejected(522, "Network protocol not supported, use (1,2)");
    };
  }

  static long number(String argument) throws CommandRejected {
    return Decimal.read(argument)
        .orElseThrow(() -> new CommandRejected(501, "A number of octets is expected."));
  }

  /// Clients add options of `ls` such as `-la`; they are skipped and never carried out. What stands
  /// behind `--`, or is written as `./-x`, is a name that begins with a dash.
  private static String withoutOptions(String argument) {
    String rest = argument;
    boolean more = true;
    while (more && rest.startsWith("-")) {
      more = !rest.startsWith("-- ");
      int blank = rest.indexOf(' ');
      rest = blank < 0 ? "" : rest.substring(blank + 1);
    }
    return rest.isBlank() && !rest.equals(argument) ? "" : rest;
  }

  static Command options(String argument) throws CommandRejected {
    String[] words = argument.strip().split(" +", 2);
    String rest = words.length > 1 ? words[1] : "";
    return switch (words[0].toUpperCase(Locale.ROOT)) {
      case "UTF8", "UTF-8" -> utf8(rest);
      case "MLST" -> new Command.OptionMlst(rest);
      case "HASH" -> DigestArguments.option(rest.strip());
      case "MODE" -> compressionLevel(rest);
      default -> throw new CommandRejected(501, "No such option; FEAT lists the features.");
    };
  }

  private static Command utf8(String value) throws CommandRejected {
    if (value.isBlank()
        || value.strip().equalsIgnoreCase("ON")
        || value.strip().equalsIgnoreCase("NLST")) {
      return new Command.OptionUtf8();
    }
    throw new CommandRejected(504, "UTF-8 is always on.");
  }

  private static Command compressionLevel(String argument) throws CommandRejected {
    String[] words = argument.strip().toUpperCase(Locale.ROOT).split(" ", -1);
    if (words.length != 3 || !words[0].equals("Z") || !words[1].equals("LEVEL")) {
      throw new CommandRejected(501, "Expected is OPTS MODE Z LEVEL <0 to 9>.");
    }
    long level = number(words[2]);
    if (level > 9) {
      throw new CommandRejected(501, "A level is a number from 0 to 9.");
    }
    return new Command.CompressionLevel((int) level);
  }

  static Command help(String argument) throws CommandRejected {
    String name = argument.strip();
    Optional<Verb> verb = Verb.of(name);
    if (!name.isEmpty() && verb.isEmpty()) {
      throw new CommandRejected(501, "No such command; HELP lists the known ones.");
    }
    return new Command.Help(verb);
  }
}
