package dev.simpleftp.console;

import dev.simpleftp.console.command.CommandWord;
import dev.simpleftp.console.command.Group;
import dev.simpleftp.console.command.HelpPage;
import dev.simpleftp.console.command.Topic;
import dev.simpleftp.console.terminal.Paragraph;
import dev.simpleftp.console.terminal.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints pages of help; nothing runs over the edge of a narrow terminal.
final class HelpText {
  private static final int WORD_COLUMN = 12;

  private final Screen screen;

  HelpText(Screen screen) {
    this.screen = screen;
  }

  void show(HelpPage page) {
    switch (page) {
      case HelpPage.Contents() -> contents();
      case HelpPage.OfCommand(var word) -> command(word);
      case HelpPage.OfGroup(var group) -> group(group);
      case HelpPage.OfTopic(var topic) -> topic.text().lines().forEach(line -> flow("", line));
    }
  }

  private void contents() {
    for (Group group : Group.values()) {
      row(group.word(), group.words().stream().map(CommandWord::word).collect(blanks()));
    }
    row("topics", Stream.of(Topic.values()).map(Topic::word).collect(blanks()));
    flow("", "'help get' explains the command get, 'help moving' all commands of that group.");
  }

  private void group(Group group) {
    flow("", "Commands about " + group.about() + ":");
    group.words().forEach(word -> row(word.word(), word.summary()));
  }

  private void command(CommandWord word) {
    paragraphs(word.help()).forEach(text -> flow("", text));
    flow("Usage:    ", word.usage());
    word.examples().forEach(example -> flow("Example:  ", example));
    if (!word.aliases().isEmpty()) {
      flow("Also:     ", String.join(", ", word.aliases()));
    }
  }

  /// The lines run on, but for those that begin with an option.
  private static List<String> paragraphs(String help) {
    List<String> paragraphs = new ArrayList<>();
    for (String line : help.lines().toList()) {
      if (paragraphs.isEmpty() || line.startsWith("-") || paragraphs.getLast().startsWith("-")) {
        paragraphs.add(line);
      } else {
        paragraphs.add(paragraphs.removeLast() + " " + line);
      }
    }
    return paragraphs;
  }

  private void row(String word, String text) {
    flow(word + " ".repeat(Math.max(1, WORD_COLUMN - word.length())), text);
  }

  private void flow(String first, String text) {
    Paragraph.of(first, text, screen.width()).forEach(screen::line);
  }

  private static Collector<CharSequence, ?, String> blanks() {
    return Collectors.joining(" ");
  }
}
