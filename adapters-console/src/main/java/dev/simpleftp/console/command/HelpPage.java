package dev.simpleftp.console.command;

import java.util.Optional;
import java.util.stream.Stream;

/// What `help` was asked about.
public sealed interface HelpPage {
  /// All there is.
  record Contents() implements HelpPage {}

  record OfCommand(CommandWord word) implements HelpPage {}

  record OfGroup(Group group) implements HelpPage {}

  record OfTopic(Topic topic) implements HelpPage {}

  /// The page of this name.
  static HelpPage of(Optional<String> name) throws BadCommand {
    return name.isEmpty() ? new Contents() : of(name.get());
  }

  /// Every name that has a page.
  static Stream<String> names() {
    return Stream.of(
            CommandWord.allNames(),
            Stream.of(Group.values()).map(Group::word),
            Stream.of(Topic.values()).map(Topic::word))
        .flatMap(names -> names);
  }

  private static HelpPage of(String name) throws BadCommand {
    return CommandWord.find(name)
        .<HelpPage>map(OfCommand::new)
        .or(() -> Group.find(name).map(OfGroup::new))
        .or(() -> Topic.find(name).map(OfTopic::new))
        .orElseThrow(() -> unknown(name));
  }

  private static BadCommand unknown(String name) {
    return new BadCommand(
        "There is no help on '"
            + name
            + "'. "
            + Spelling.nearest(name, names())
                .map(guess -> "Did you mean 'help " + guess + "'?")
                .orElse("'help' alone lists what there is."));
  }
}
