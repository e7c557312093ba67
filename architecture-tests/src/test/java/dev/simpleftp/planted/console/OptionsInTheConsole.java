package dev.simpleftp.planted.console;

import org.apache.commons.cli.Options;

/// Planted violation: options are read beside bootstrap.
final class OptionsInTheConsole {
  final Class<?> options = Options.class;
}
