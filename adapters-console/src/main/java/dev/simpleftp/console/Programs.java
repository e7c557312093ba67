package dev.simpleftp.console;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs programs of this machine in the local directory. They share the terminal; in a script they
/// get no input, because the input is the script.
final class Programs {
  private static final String SHELL = "/bin/sh";
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private final LocalSide local;
  private final Map<String, String> variables;
  private final ConsoleParts parts;

  Programs(LocalSide local, Map<String, String> variables, ConsoleParts parts) {
    this.local = local;
    this.variables = variables;
    this.parts = parts;
  }

  /// Runs a line of the shell and waits; an empty one begins a shell.
  void runLine(String line) throws CommandFailure {
    int code =
        run(
            line.isEmpty()
                ? List.of(Optional.ofNullable(variables.get("SHELL")).orElse(SHELL))
                : List.of(SHELL, "-c", line));
    if (code != 0) {
      throw new CommandFailure("The command ended with exit code " + code + ".");
    }
  }

  /// Runs a program and waits.
  ///
  /// @return its exit code
  int run(List<String> words) throws CommandFailure {
    Redirect input =
        parts.screen().interactive() ? Redirect.INHERIT : Redirect.from(new File("/dev/null"));
    return await(start(builder(words).redirectInput(input)));
  }

  /// Starts a line of the shell that reads what is written to it.
  Process startReader(String line) throws CommandFailure {
    return start(builder(List.of(SHELL, "-c", line)));
  }

  /// Waits for the end; until then Ctrl-C is the program's.
  int await(Process program) {
    parts.cancellation().yieldTo(program);
    try {
      return program.waitFor();
    } catch (InterruptedException _) {
      program.destroy();
      Thread.currentThread().interrupt();
      throw new Cancellation.Cancelled();
    }
  }

  /// Whether the shell found nothing to run.
  static boolean wasMissing(int code) {
    return code == NOT_FOUND || code == NOT_EXECUTABLE;
  }

  /// The value of the first of these variables that says anything.
  Optional<String> named(String... names) {
    return Stream.of(names)
        .map(name -> variables.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /// The first of these programs that is installed.
  Optional<String> installed(String... names) {
    return Stream.of(names).filter(this::isInstalled).findFirst();
  }

  private boolean isInstalled(String name) {
    return Stream.of(variables.getOrDefault("PATH", "").split(":", -1))
        .filter(directory -> directory.startsWith("/"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
  }

  private ProcessBuilder builder(List<String> words) {
    var builder =
        new ProcessBuilder(words).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
    Path directory = Path.of(local.directory().toString());
    if (Files.isDirectory(directory)) {
      builder.directory(directory.toFile());
    }
    return builder;
  }

  private static Process start(ProcessBuilder builder) throws CommandFailure {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new CommandFailure(builder.command().getFirst() + " cannot be started.", e);
    }
  }
}
