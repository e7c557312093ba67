package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.cli.Options;

/// What the server tells of its work.
///
/// @param quiet whether the events stay off the screen
/// @param format how they look
/// @param transferLog where each transfer gets a line
record LogOptions(boolean quiet, LogFormat format, Optional<Path> transferLog) {
  static final LogOptions SILENT = new LogOptions(true, LogFormat.TEXT, Optional.empty());

  static void add(Options options) {
    options
        .addOption(flag("quiet", "print errors only"))
        .addOption(value("log-format", "text|json", "how events are printed (default text)"))
        .addOption(
            value("transfer-log", "FILE", "append a line per transfer to this file (xferlog)"));
  }

  static LogOptions read(Arguments arguments) throws UsageError {
    return new LogOptions(
        arguments.has("quiet"),
        arguments.choice("log-format", LogFormat.class).orElse(LogFormat.TEXT),
        arguments.path("transfer-log"));
  }
}
