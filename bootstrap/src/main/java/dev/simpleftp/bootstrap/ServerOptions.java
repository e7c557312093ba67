package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.console.ConsoleEnvironment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Options;

/// The options of `simpleftp server`, a class for each subject, and how they become a
/// [ServerConfig].
final class ServerOptions {
  static final String SYNTAX = "simpleftp server [options]";
  static final String ABOUT =
      "Serves a directory (or memory) by FTP until it is stopped with Ctrl-C.";

  private ServerOptions() {}

  /// All options of the command line.
  static Options options() {
    return settings()
        .addOption(value("config", "FILE", "read options from this file too; this line wins"))
        .addOption(flag("check-config", "say whether the options are right, and leave"))
        .addOption(flag("help", "show this help"));
  }

  /// The options that the configuration file may set: each is a key there.
  static Options settings() {
    var options = new Options();
    StorageOptions.add(options);
    NetworkOptions.add(options);
    TlsOptions.add(options);
    LimitOptions.add(options);
    OfferOptions.add(options);
    AccountOptions.add(options);
    ClassroomOptions.add(options);
    LogOptions.add(options);
    StopOptions.add(options);
    return options;
  }

  /// Those of them that a running server takes over; the others need a restart.
  static Options changeable() {
    var options = new Options();
    LimitOptions.add(options);
    StopOptions.add(options);
    return options;
  }

  /// The arguments of the command line, and behind them those of its configuration file.
  ///
  /// @throws UsageError when the file cannot be read
  static Arguments withFile(Arguments line) throws UsageError {
    Optional<Path> file = line.path("config");
    return file.isEmpty() ? line : line.over(ConfigFile.read(file.get(), settings()), settings());
  }

  private static TlsOptions.Surroundings surroundings(NetworkOptions network) {
    Map<String, String> variables = System.getenv();
    return new TlsOptions.Surroundings(
        variables, ConsoleEnvironment.stateDirectory(variables), network.listen(), HostName.read());
  }

  /// What these arguments ask for.
  ///
  /// @throws UsageError naming the first that cannot be
  static ServerConfig read(Arguments arguments) throws UsageError {
    NetworkOptions network = NetworkOptions.read(arguments);
    AccountOptions accounts = AccountOptions.read(arguments, network.mostExposed());
    TlsOptions tls = TlsOptions.read(arguments, surroundings(network));
    return new ServerConfig(
        StorageOptions.read(arguments),
        network,
        tls,
        LimitOptions.read(arguments),
        OfferOptions.read(arguments),
        accounts,
        ClassroomOptions.read(arguments, accounts.sources().anonymous(), tls),
        LogOptions.read(arguments),
        StopOptions.read(arguments));
  }
}
