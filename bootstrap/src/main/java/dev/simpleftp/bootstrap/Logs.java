package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.console.JsonServerLog;
import dev.simpleftp.console.ServerConsole;
import dev.simpleftp.console.ServerLog;
import dev.simpleftp.console.SessionNumbers;
import dev.simpleftp.console.terminal.TerminalText;
import dev.simpleftp.filesystem.log.XferlogFile;
import dev.simpleftp.socket.server.WireEvents;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/// Everything that hears what the server does.
///
/// @param log what is printed
/// @param sessions hears the sessions
/// @param wire hears the connections
record Logs(ServerLog log, SessionEvents sessions, WireEvents wire) {

  /// @throws UsageError when the transfer log cannot be written
  static Logs open(LogOptions options, PrintStream out, PrintStream err) throws UsageError {
    var numbers = new SessionNumbers();
    ServerLog log = options.quiet() ? onlyWarnings(err) : log(options, out, numbers);
    return new Logs(
        log, sessions(options, log, numbers, err), new LoggedWireEvents(log, numbers, err));
  }

  private static ServerLog log(LogOptions options, PrintStream out, SessionNumbers numbers) {
    var clock = InstantSource.system();
    return switch (options.format()) {
      case TEXT -> new ServerConsole(out::println, clock, ZoneId.systemDefault(), numbers);
      case JSON -> new JsonServerLog(out::println, clock, numbers);
    };
  }

  private static ServerLog onlyWarnings(PrintStream err) {
    return new ServerLog() {
      @Override
      public void warning(String sentence) {
        err.println("simpleftp: warning: " + TerminalText.clean(sentence));
      }
    };
  }

  private static SessionEvents sessions(
      LogOptions options, ServerLog log, SessionNumbers numbers, PrintStream err)
      throws UsageError {
    if (options.transferLog().isEmpty()) {
      return log;
    }
    try {
      var transfers =
          XferlogFile.open(
              options.transferLog().get(),
              numbers::of,
              trouble -> err.println("simpleftp: " + trouble));
      return new AllSessionEvents(List.of(log, transfers));
    } catch (IOException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }
}
