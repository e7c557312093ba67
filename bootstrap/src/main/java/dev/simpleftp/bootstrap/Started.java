package dev.simpleftp.bootstrap;

/// What a server was started with.
///
/// @param line the command line alone
/// @param arguments the same with the configuration file behind it
/// @param config what they mean
record Started(Arguments line, Arguments arguments, ServerConfig config) {
  static Started from(Arguments line) throws UsageError {
    Arguments arguments = ServerOptions.withFile(line);
    return new Started(line, arguments, ServerOptions.read(arguments));
  }
}
