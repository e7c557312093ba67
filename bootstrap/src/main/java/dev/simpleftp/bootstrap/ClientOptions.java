package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.console.Script;
import dev.simpleftp.console.command.BadCommand;
import dev.simpleftp.console.command.OpenTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// What `simpleftp client` was asked to do.
///
/// @param target whom to connect to first
/// @param local the directory the console begins in
/// @param script to run instead of asking for commands
/// @param tls how connections are protected
record ClientOptions(
    Optional<OpenTarget> target, Path local, Optional<Script> script, ClientTlsOptions tls) {
  static final String SYNTAX = "simpleftp client [HOST [PORT] | URL | mem:] [options]";
  static final String ABOUT =
      "Opens the console. Commands come from the keyboard, from standard input, from a file or from"
          + " -c; in a script the first failure ends it with an exit code other than 0. The password is asked"
          + " for, or read from SIMPLEFTP_PASSWORD or ~/.netrc.";

  private static final String NO_PASSWORD =
      "A password does not belong on the command line, where others can read it. Leave it out: you"
          + " are asked for it, or it is read from ~/.netrc or from SIMPLEFTP_PASSWORD.";

  /// How many words that are no options may stand on the line: host and port.
  static final int WORDS = 2;

  static Options options() {
    return ClientTlsOptions.add(new Options())
        .addOption(value("local", "DIR", "begin in this local directory (default: this one)"))
        .addOption(
            Option.builder("c")
                .longOpt("command")
                .hasArg()
                .argName("COMMANDS")
                .desc("run these commands, parted by ';', and leave")
                .get())
        .addOption(
            Option.builder("f")
                .longOpt("file")
                .hasArg()
                .argName("FILE")
                .desc("run the lines of this file and leave; - is the standard input")
                .get())
        .addOption(flag("help", "show this help"));
  }

  /// Reads the arguments.
  ///
  /// @throws UsageError naming the first that cannot be
  static ClientOptions read(Arguments arguments) throws UsageError {
    Path local = Path.of(arguments.value("local").orElse("")).toAbsolutePath().normalize();
    if (!Files.isDirectory(local)) {
      throw new UsageError(
          "--local cannot be '%s': there is no such directory; make it or name another."
              .formatted(local));
    }
    return new ClientOptions(
        target(arguments.words()), local, script(arguments), ClientTlsOptions.read(arguments));
  }

  private static Optional<Script> script(Arguments arguments) throws UsageError {
    Optional<String> file = arguments.value("file");
    if (file.isPresent() && arguments.has("command")) {
      throw new UsageError("--file cannot be used together with --command; choose one.");
    }
    return file.<Script>map(ClientOptions::scriptFile)
        .or(() -> arguments.value("command").map(Script.Commands::new));
  }

  private static Script scriptFile(String name) {
    return name.equals("-") ? new Script.Input() : new Script.File(Path.of(name));
  }

  private static Optional<OpenTarget> target(List<String> words) throws UsageError {
    try {
      Optional<OpenTarget> target =
          words.isEmpty() ? Optional.empty() : Optional.of(OpenTarget.of(words));
      if (target.flatMap(OpenTarget::password).isPresent()) {
        throw new UsageError(NO_PASSWORD);
      }
      return target;
    } catch (BadCommand e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }
}
