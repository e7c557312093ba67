package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;

import org.apache.commons.cli.Options;

/// What the server tells of its work.
///
/// @param quiet whether the events stay off the screen
record LogOptions(boolean quiet) {
  static void add(Options options) {
    options.addOption(flag("quiet", "print errors only"));
  }

  static LogOptions read(Arguments arguments) {
    return new LogOptions(arguments.has("quiet"));
  }
}
