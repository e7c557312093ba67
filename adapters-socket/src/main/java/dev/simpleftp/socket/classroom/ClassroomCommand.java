package dev.simpleftp.socket.classroom;

import java.util.ArrayList;
import java.util.List;

/// What a client of the dialect can say. Each is sent at once and without an end of line.
sealed interface ClassroomCommand {

  record Ls() implements ClassroomCommand {
    @Override
    public String toString() {
      return "ls";
    }
  }

  record Get(String name) implements ClassroomCommand {
    @Override
    public String toString() {
      return "get " + name;
    }
  }

  record Put(String name) implements ClassroomCommand {
    @Override
    public String toString() {
      return "put " + name;
    }
  }

  record Quit() implements ClassroomCommand {
    @Override
    public String toString() {
      return "quit";
    }
  }

  /// The client tells how the last transfer went; it wants no answer.
  record Acknowledgement(String text) implements ClassroomCommand {
    @Override
    public String toString() {
      return text;
    }
  }

  record Unknown(String text) implements ClassroomCommand {
    @Override
    public String toString() {
      return text;
    }
  }

  /// What a client says of the transfer before.
  List<String> ACKNOWLEDGEMENTS =
      List.of("FILES LISTED", "FILE(S) RECEIVED", "FILE(S) NOT RECEIVED");

  /// Reads what arrived at once.
  ///
  /// Nothing separates one message from the next: where an acknowledgement and the next command
  /// were sent quickly after one another, they arrive as one piece.
  static List<ClassroomCommand> parse(String segment) {
    List<ClassroomCommand> result = new ArrayList<>();
    String rest = withoutLineEnds(segment);
    String said = acknowledgement(rest);
    while (!said.isEmpty()) {
      result.add(new Acknowledgement(said));
      rest = withoutLineEnds(rest.substring(said.length()));
      said = acknowledgement(rest);
    }
    if (!rest.isEmpty()) {
      result.add(command(rest));
    }
    return result;
  }

  private static ClassroomCommand command(String text) {
    if (text.startsWith("get ")) {
      return new Get(text.substring(4));
    }
    if (text.startsWith("put ")) {
      return new Put(text.substring(4));
    }
    return switch (text) {
      case "ls" -> new Ls();
      case "quit" -> new Quit();
      default -> new Unknown(text);
    };
  }

  private static String acknowledgement(String text) {
    return ACKNOWLEDGEMENTS.stream().filter(text::startsWith).findFirst().orElse("");
  }

  /// The dialect has none, but a person with a terminal sends them.
  private static String withoutLineEnds(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isLineEnd(text.charAt(from))) {
      from++;
    }
    while (to > from && isLineEnd(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isLineEnd(char c) {
    return c == '\r' || c == '\n';
  }
}
