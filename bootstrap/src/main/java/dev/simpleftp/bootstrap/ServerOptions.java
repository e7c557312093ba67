package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;

import org.apache.commons.cli.Options;

/// The options of `simpleftp server`, a class for each subject, and how they become a
/// [ServerConfig].
final class ServerOptions {
  static final String SYNTAX = "simpleftp server [options]";
  static final String ABOUT =
      "Serves a directory (or memory) by FTP until it is stopped with Ctrl-C.";

  private ServerOptions() {}

  static Options options() {
    var options = new Options();
    StorageOptions.add(options);
    NetworkOptions.add(options);
    OfferOptions.add(options);
    AccountOptions.add(options);
    LogOptions.add(options);
    return options.addOption(flag("help", "show this help"));
  }

  /// What these arguments ask for.
  ///
  /// @throws UsageError naming the first that cannot be
  static ServerConfig read(Arguments arguments) throws UsageError {
    NetworkOptions network = NetworkOptions.read(arguments);
    return new ServerConfig(
        StorageOptions.read(arguments),
        network,
        LimitOptions.read(),
        OfferOptions.read(arguments),
        AccountOptions.read(arguments, network.listen().getAddress()),
        LogOptions.read(arguments));
  }
}
