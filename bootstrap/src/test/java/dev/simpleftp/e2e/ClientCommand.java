package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A call of our packaged client that can be made again and again.
///
/// @param directory where it is called
/// @param password what it finds as `SIMPLEFTP_PASSWORD`
/// @param arguments what stands behind `simpleftp`
record ClientCommand(Path directory, String password, List<String> arguments) {
  /// Any words behind `simpleftp`.
  static ClientCommand of(Path directory, LiveServer server, String... arguments) {
    return new ClientCommand(directory, server.password(), List.of(arguments));
  }

  /// The console at this server, carrying out these commands parted by `;`.
  static ClientCommand console(Path local, LiveServer server, String commands) {
    return of(local, server, "client", server.url(), "--local", local.toString(), "-c", commands);
  }

  ClientCommand with(String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(Arrays.asList(more));
    return new ClientCommand(directory, password, all);
  }

  /// Starts it, its standard input at its end.
  ClientProcess start() throws IOException {
    var builder = new ProcessBuilder(Program.command(List.of(), arguments));
    builder.directory(directory.toFile());
    builder.environment().put("SIMPLEFTP_PASSWORD", password);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return new ClientProcess(Child.start(builder).typing(""));
  }

  /// Carries it out to its end.
  Child.Ended run() throws Exception {
    return start().ended();
  }
}
