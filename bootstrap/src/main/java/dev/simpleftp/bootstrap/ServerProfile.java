package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.console.ServerConsole;
import dev.simpleftp.socket.server.WireEvents;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
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
    ServerConfig config = started.config();
    ServerConsole console = config.log().quiet() ? ServerConsole.quiet() : console();
    RunningServer server = start(config, console);
    List<Path> files = files(started.arguments());
    ServerOperation operation =
        new ServerOperation(
                server, new Reload(started, console, err), new WatchedFiles(files), console)
            .obeySignals(!files.isEmpty());
    console.listening(server.address().getAddress().getHostAddress(), server.port());
    operation.run();
    return Main.DONE;
  }

  /// The files that are read again when they change.
  private static List<Path> files(Arguments arguments) throws UsageError {
    return Stream.of(arguments.path("config"), arguments.path("users"))
        .flatMap(Optional::stream)
        .toList();
  }

  private ServerConsole console() {
    return new ServerConsole(out::println, InstantSource.system(), ZoneId.systemDefault());
  }

  private RunningServer start(ServerConfig config, ServerConsole console) throws UsageError {
    SessionEvents sessions = console;
    WireEvents wire = new ConsoleWireEvents(console, err);
    try {
      return Wiring.build(
          RunningServer.class,
          new StorageModule(config.files().storage()),
          new ServerModule(config, sessions, wire));
    } catch (BindException e) {
      throw new UsageError(notBound(config.network().listen()));
    } catch (IOException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  private static String notBound(InetSocketAddress listen) {
    return "Port %d on %s cannot be used: another program listens there, or it is not this machine's"
            .formatted(listen.getPort(), listen.getAddress().getHostAddress())
        + " address; choose others with --port and --listen.";
  }
}
