package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.console.ServerConsole;
import dev.simpleftp.socket.server.WireEvents;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `simpleftp server`: reads the options, starts the server and stays until the process is stopped.
final class ServerProfile {
  private final PrintStream out;
  private final PrintStream err;

  ServerProfile(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int run(List<String> words) throws UsageError, IOException {
    Arguments arguments = Arguments.parse(ServerOptions.options(), words, 0);
    if (arguments.has("help")) {
      Arguments.help(out, ServerOptions.SYNTAX, ServerOptions.ABOUT, ServerOptions.options());
      return Main.DONE;
    }
    ServerConfig config = ServerOptions.read(arguments);
    ServerConsole console = config.log().quiet() ? ServerConsole.quiet() : console();
    RunningServer server = start(config, console);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "simpleftp-stop"));
    for (InetSocketAddress address : server.addresses()) {
      console.listening(address.getAddress().getHostAddress(), address.getPort());
    }
    waitForever();
    return Main.DONE;
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
      throw new UsageError(e.getMessage() + "; choose others with --port and --listen.");
    } catch (IOException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  private void stop(RunningServer server) {
    try {
      server.close();
    } catch (IOException e) {
      err.println("simpleftp: the server did not stop cleanly: " + e.getMessage());
    }
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
