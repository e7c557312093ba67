package dev.simpleftp.e2e;

import dev.simpleftp.socket.channel.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The packaged program, started as the launcher starts it.
final class Program {
  private Program() {}

  /// A server over this directory that listens when this returns.
  static Served serve(Path root, String... options) throws IOException {
    return serve(List.of(), root, options);
  }

  /// The same with options of the virtual machine, such as `-Xmx64m`.
  static Served serve(List<String> machine, Path root, String... options) throws IOException {
    int port = freePort();
    List<String> arguments = new ArrayList<>(List.of("server", "--root", root.toString()));
    arguments.addAll(List.of("--port", String.valueOf(port)));
    arguments.addAll(List.of(options));
    Child child = Child.start(root, command(machine, arguments));
    child.awaitSaying("listening on");
    return new Served(child, port);
  }

  /// Writes this account, with all rights, into this file of users.
  static void addUser(Path users, String name, String password) throws Exception {
    String file = users.toString();
    String[] add = {"user", "add", name, "--users", file, "--password-stdin", "--rights", "write"};
    var ended = start(List.of(), home(), add).typing(password + "\n").ended();
    if (ended.exitCode() != 0) {
      throw new AssertionError("the account was not added: " + ended);
    }
  }

  /// A client in this local directory that reads its commands from this text.
  static Child.Ended script(Path local, String commands) throws Exception {
    return script(List.of(), local, commands);
  }

  static Child.Ended script(List<String> machine, Path local, String commands) throws Exception {
    return start(machine, local, "client", "--local", local.toString()).typing(commands).ended();
  }

  /// The program with these arguments, its standard input at its end.
  static Child.Ended run(Path directory, String... arguments) throws Exception {
    return start(List.of(), directory, arguments).typing("").ended();
  }

  static Child start(List<String> machine, Path directory, String... arguments) throws IOException {
    return Child.start(directory, command(machine, List.of(arguments)));
  }

  static List<String> command(List<String> machine, List<String> arguments) {
    List<String> cached = new ArrayList<>(AotCache.machine());
    cached.addAll(machine);
    return plain(cached, arguments);
  }

  /// The same without a cache of classes.
  static List<String> plain(List<String> machine, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-XX:+UseSerialGC"));
    command.add("-Dguice_bytecode_gen_option=DISABLED");
    command.addAll(machine);
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(arguments);
    return command;
  }

  static Path jar() {
    return home().resolve("bootstrap/target/app/simpleftp.jar");
  }

  /// The folder of the launcher and all modules.
  static Path home() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("simpleftp")) ? here : here.resolveSibling("");
  }

  static int freePort() throws IOException {
    return FreePorts.inARow(1);
  }

  /// A running server and the port where it listens.
  record Served(Child child, int port) implements AutoCloseable {
    @Override
    public void close() {
      child.close();
    }

    String url(String path) {
      return "ftp://127.0.0.1:" + port + "/" + path;
    }
  }
}
