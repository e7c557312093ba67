package dev.simpleftp.socket.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which steps follow which command.
///
/// @param greeting the steps before the first command
/// @param byCommand whole commands and verbs, each with its steps
record ScriptedAnswers(List<String> greeting, Map<String, List<String>> byCommand) {
  private static final List<String> UNKNOWN = List.of("S: 502 Not here.");

  /// A `C:` line begins the steps for its command, a verb alone those for all commands of it; what
  /// was said of them before is forgotten. `G: STEP / STEP` replaces the greeting.
  static ScriptedAnswers of(List<String> script) {
    List<String> greeting = new ArrayList<>();
    Map<String, List<String>> answers = new LinkedHashMap<>();
    List<String> steps = greeting;
    for (String line : script) {
      if (line.startsWith("C: ")) {
        steps = new ArrayList<>();
        String command = line.substring(3);
        answers.keySet().removeIf(old -> old.equals(command) || old.startsWith(command + " "));
        answers.put(command, steps);
      } else if (line.startsWith("G: ")) {
        greeting.clear();
        greeting.addAll(List.of(line.substring(3).split(" / ")));
      } else {
        steps.add(line);
      }
    }
    return new ScriptedAnswers(greeting, answers);
  }

  List<String> to(String command) {
    List<String> exact = byCommand.get(command);
    return exact != null ? exact : byCommand.getOrDefault(command.split(" ", 2)[0], UNKNOWN);
  }
}
