package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;

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
/// @param commands to run instead of asking for them, parted by `;`
record ClientOptions(Optional<OpenTarget> target, Path local, Optional<String> commands) {
  static final String SYNTAX = "simpleftp client [HOST [PORT] | URL | mem:] [options]";
  static final String ABOUT =
      "Opens the console. Commands come from the keyboard, from standard input or from -c; in a"
          + " script the first failure ends it with an exit code other than 0. The password is asked"
          + " for, or read from SIMPLEFTP_PASSWORD or ~/.netrc.";

  /// How many words that are no options may stand on the line: host and port.
  static final int WORDS = 2;

  static Options options() {
    return new Options()
        .addOption(value("local", "DIR", "begin in this local directory (default: this one)"))
        .addOption(
            Option.builder("c")
                .longOpt("command")
                .hasArg()
                .argName("COMMANDS")
                .desc("run these commands, parted by ';', and leave")
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
    return new ClientOptions(target(arguments.words()), local, arguments.value("command"));
  }

  private static Optional<OpenTarget> target(List<String> words) throws UsageError {
    try {
      return words.isEmpty() ? Optional.empty() : Optional.of(OpenTarget.of(words));
    } catch (BadCommand e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }
}
