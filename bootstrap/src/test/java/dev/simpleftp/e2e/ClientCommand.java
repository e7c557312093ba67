package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A call of our packaged client that can be made again and again.
///
/// @param directory where it is called
/// @param environment what it finds in the environment beside what the tests have
/// @param machine options of the virtual machine
/// @param arguments what stands behind `simpleftp`
record ClientCommand(
    Path directory, Map<String, String> environment, List<String> machine, List<String> arguments) {
  /// Starts sooner, for tests that call the client often.
  static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  /// Any words behind `simpleftp`; the journal lies with the server, so that it goes with it.
  static ClientCommand of(Path directory, LiveServer server, String... arguments) {
    Map<String, String> environment = Map.of("SIMPLEFTP_PASSWORD", server.password());
    return new ClientCommand(directory, environment, List.of(), List.of(arguments))
        .keepingIn(server.scratch());
  }

  /// The console at this server, carrying out these commands parted by `;`.
  static ClientCommand console(Path local, LiveServer server, String commands) {
    return of(local, server, "client", server.url(), "--local", local.toString(), "-c", commands);
  }

  /// The same as a guest of a server on this port.
  static ClientCommand guest(Path local, int port, String commands) {
    String url = "ftp://127.0.0.1:" + port + "/";
    List<String> arguments = List.of("client", url, "--local", local.toString(), "-c", commands);
    return new ClientCommand(local, Map.of(), List.of(), arguments);
  }

  ClientCommand with(String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(Arrays.asList(more));
    return new ClientCommand(directory, environment, machine, all);
  }

  /// In a virtual machine with these options.
  ClientCommand in(String... options) {
    return new ClientCommand(directory, environment, List.of(options), arguments);
  }

  /// The same at another port that leads to this server.
  ClientCommand at(int port, LiveServer server) {
    List<String> others =
        arguments.stream().map(word -> word.replace(":" + server.port(), ":" + port)).toList();
    return new ClientCommand(directory, environment, machine, others);
  }

  /// With what it remembers below this directory.
  ClientCommand keepingIn(Path state) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("XDG_STATE_HOME", state.resolve("state").toString());
    return new ClientCommand(directory, all, machine, arguments);
  }

  /// Starts it, its standard input at its end.
  ClientProcess start() throws IOException {
    return new ClientProcess(Child.start(builder()).typing(""));
  }

  /// Carries it out to its end with each byte of its two outputs in these files, and tells its exit
  /// code.
  int into(Path out, Path err) throws Exception {
    var builder = builder().redirectOutput(out.toFile()).redirectError(err.toFile());
    return Child.start(builder).typing("").ended().exitCode();
  }

  private ProcessBuilder builder() {
    var builder = new ProcessBuilder(Program.command(machine, arguments));
    builder.directory(directory.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    return builder;
  }

  /// Carries it out to its end.
  Child.Ended run() throws Exception {
    return start().ended();
  }
}
