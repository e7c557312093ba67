package dev.simpleftp.e2e;

import dev.simpleftp.bootstrap.JsonEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Calls of the packaged program by a user with a home of their own.
///
/// @param directory where the user is
/// @param home where the user's settings lie
/// @param variables of the environment
record OneCall(Path directory, Path home, Map<String, String> variables) {
  OneCall(Path directory, Path home) {
    this(directory, home, Map.of());
  }

  OneCall with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(variables);
    more.put(variable, value);
    return new OneCall(directory, home, more);
  }

  /// The call with nothing on its standard input.
  Child.Ended run(String... words) throws Exception {
    return start(words).typing("").ended();
  }

  Child start(String... words) throws IOException {
    return Child.start(builder(words));
  }

  /// The call between two files, byte by byte.
  int piped(Path in, Path out, String... words) throws Exception {
    return builder(words)
        .redirectInput(in.toFile())
        .redirectOutput(out.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /// The call with a standard input that cannot be read, as that of a broken disk.
  Child.Ended withoutInput(String... words) throws Exception {
    ProcessBuilder builder = builder(words);
    List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" < /", "sh"));
    command.addAll(builder.command());
    return Child.start(builder.command(command)).ended();
  }

  /// The events on its standard output; nothing else may be there.
  static List<JsonEvent> events(Child.Ended ended) throws IOException {
    List<JsonEvent> events = new ArrayList<>();
    for (String line : ended.out().lines().toList()) {
      events.add(JsonEvent.read(line));
    }
    return events;
  }

  static List<String> eventNames(Child.Ended ended) throws IOException {
    return events(ended).stream().map(JsonEvent::name).toList();
  }

  private ProcessBuilder builder(String... words) throws IOException {
    Files.createDirectories(home);
    var builder = new ProcessBuilder(Program.command(List.of(), List.of(words)));
    builder.directory(directory.toFile());
    Map<String, String> environment = builder.environment();
    List.of("SIMPLEFTP_PASSWORD", "XDG_CONFIG_HOME", "XDG_STATE_HOME").forEach(environment::remove);
    environment.put("HOME", home.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.putAll(variables);
    return builder;
  }
}
