package dev.simpleftp.socket.wire;

import static dev.simpleftp.socket.wire.Verb.Argument.NONE;
import static dev.simpleftp.socket.wire.Verb.Argument.REQUIRED;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of what may stand behind SITE (RFC 959 §4.1.3), in the manner of [Verb].
@SuppressWarnings("ImmutableEnumChecker") // the parsers are method references without state
public enum SiteVerb {
  CHMOD(REQUIRED, AttributeArguments::mode, "<mode> <path>: set the permissions, such as 644"),
  UTIME(
      REQUIRED,
      AttributeArguments::utime,
      "<YYYYMMDDhhmm[ss]> <path> | <path> <atime> <mtime> <ctime> UTC: set the time"),
  HELP(NONE, _ -> new Command.SiteHelp(), ": this list");

  private final Verb.Argument argument;
  private final Verb.Parser parser;
  private final String help;

  SiteVerb(Verb.Argument argument, Verb.Parser parser, String help) {
    this.argument = argument;
    this.parser = parser;
    this.help = help;
  }

  /// The lines FEAT shows: what a program may look for.
  public static List<String> features() {
    return Stream.of(values()).filter(v -> v.argument != NONE).map(v -> "SITE " + v).toList();
  }

  /// The line SITE HELP shows for it.
  public String help() {
    return "SITE " + name() + (help.startsWith(":") ? help : " " + help);
  }

  /// Reads what stands behind SITE.
  static Command parse(String text) throws CommandRejected {
    int blank = text.indexOf(' ');
    String name = blank < 0 ? text : text.substring(0, blank);
    String rest = blank < 0 ? "" : text.substring(blank + 1);
    SiteVerb verb = of(name);
    if (verb.argument == REQUIRED && rest.isEmpty()) {
      throw new CommandRejected(501, "An argument is missing: " + verb.help());
    }
    if (verb.argument == NONE && !rest.isBlank()) {
      throw new CommandRejected(501, "No argument is allowed: " + verb.help());
    }
    return verb.parser.parse(rest);
  }

  /// What HELP says of SITE in one line.
  static String summary() {
    return Stream.of(values())
        .map(SiteVerb::name)
        .collect(Collectors.joining(" | ", "", ": what RFC 959 has no verb for"));
  }

  private static SiteVerb of(String name) throws CommandRejected {
    return Stream.of(values())
        .filter(verb -> verb.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new CommandRejected(504, "Unknown; SITE HELP lists what there is."));
  }
}
