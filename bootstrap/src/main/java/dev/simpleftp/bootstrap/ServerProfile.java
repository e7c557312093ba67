package dev.simpleftp.bootstrap;

import dev.simpleftp.console.ServerLog;
import dev.simpleftp.socket.tls.Fingerprint;
import dev.simpleftp.socket.tls.Validity;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `simpleftp server`: reads the options, starts the server and stays until the process is stopped.
final class ServerProfile {
  private final PrintStream out;
  private final PrintStream err;

  ServerProfile(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int run(List<String> words) throws UsageError, IOException {
    Arguments line = Arguments.parse(ServerOptions.options(), words, 0);
    if (line.has("help")) {
      Arguments.help(out, ServerOptions.SYNTAX, ServerOptions.ABOUT, ServerOptions.options());
      return Main.DONE;
    }
    Started started = Started.from(line);
    if (line.has("check-config")) {
      out.println("ok");
      return Main.DONE;
    }
    Precautions.refuseRoot(started.config(), System.getProperty("user.name", ""));
    Logs logs = Logs.open(started.config().log(), out, err);
    RunningServer server = start(started.config(), logs);
    List<Path> files = files(started.arguments());
    var reload = new Reload(started, server, logs.log(), err);
    ServerOperation operation =
        new ServerOperation(server, reload, new WatchedFiles(files), logs.log())
            .obeySignals(!files.isEmpty());
    for (String warning : Precautions.warnings(started.arguments(), started.config().tls())) {
      logs.log().warning(warning);
    }
    introduce(server, logs.log());
    operation.run();
    return Main.DONE;
  }

  private static void introduce(RunningServer server, ServerLog log) throws IOException {
    server
        .certificate()
        .ifPresent(
            own -> log.certificate(Fingerprint.of(own).toString(), Validity.of(own).until()));
    for (InetSocketAddress address : server.implicitAddresses()) {
      log.listeningUnderTls(address.getAddress().getHostAddress(), address.getPort());
    }
    for (InetSocketAddress address : server.addresses()) {
      log.listening(address.getAddress().getHostAddress(), address.getPort());
    }
    server.classroomPort().ifPresent(log::listeningForClassroom);
  }

  /// The files that are read again when they change.
  private static List<Path> files(Arguments arguments) throws UsageError {
    return Stream.concat(
            Stream.of(arguments.path("config"), arguments.path("users")).flatMap(Optional::stream),
            TlsOptions.files(arguments).stream())
        .toList();
  }

  private static RunningServer start(ServerConfig config, Logs logs) throws UsageError {
    try {
      return Wiring.build(
          RunningServer.class,
          new StorageModule(config.files().storage()),
          new ServerModule(config, logs.sessions(), logs.wire()));
    } catch (BindException e) {
      throw new UsageError(e.getMessage() + "; choose others with --port and --listen.");
    } catch (IOException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }
}
