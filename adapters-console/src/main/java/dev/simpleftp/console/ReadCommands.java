package dev.simpleftp.console;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.NameExpansion.Named;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ConsoleCommand.Cat;
import dev.simpleftp.console.command.ConsoleCommand.Edit;
import dev.simpleftp.console.command.ConsoleCommand.Page;
import dev.simpleftp.console.command.Word;
import dev.simpleftp.console.terminal.ContentText;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The commands that show or edit what is in remote files.
final class ReadCommands {
  private final RemoteSession remote;
  private final NameExpansion names;
  private final Contents contents;
  private final RemoteEditing editing;
  private final Tools tools;

  ReadCommands(RemoteSession remote, UseCases useCases, Tools tools) {
    this.remote = remote;
    this.names =
        new NameExpansion(new Listings(useCases.list(), tools.parts()), useCases.describe());
    this.contents = new Contents(useCases.get(), tools.parts().cancellation());
    this.editing = new RemoteEditing(useCases, contents, tools);
    this.tools = tools;
  }

  /// What the commands need beside the use cases.
  record Tools(Programs programs, Redirector redirector, ConsoleParts parts) {
    Screen screen() {
      return parts.screen();
    }
  }

  void execute(ConsoleCommand.Reading command) throws IOException, CommandFailure {
    Session session = remote.required();
    switch (command) {
      case Cat(var files) -> cat(session, files);
      case Page(var path) -> page(session, session.resolve(path));
      case Edit(var path) -> editing.edit(remote.endpoint(), session.resolve(path));
    }
  }

  private void cat(Session session, List<Word> files) throws IOException, CommandFailure {
    try (OutputStream sink = tools.screen().content()) {
      for (Named file : names.paths(session, files)) {
        try {
          contents.pour(session, file.path(), sink);
        } catch (Refused refused) {
          throw CommandFailure.about(file.name(), refused);
        }
      }
    }
  }

  /// Whatever the pager is, it gets clean text: not every one is careful with control characters.
  private void page(Session session, FilePath path) throws IOException, CommandFailure {
    Optional<String> pager =
        tools.programs().named("PAGER").or(() -> tools.programs().installed("less", "more"));
    if (!tools.screen().interactive()) {
      cat(session, List.of(new Word(path.toString(), true, false)));
    } else if (pager.isPresent()) {
      tools.redirector().intoProgram(pager.get(), () -> pour(session, path, tools.screen()::line));
    } else {
      pageHere(session, path);
    }
  }

  private void pageHere(Session session, FilePath path) throws IOException {
    try {
      pour(session, path, new Pages(tools.screen()));
    } catch (Pages.Enough _) {
      tools.screen().status("");
    }
  }

  private void pour(Session session, FilePath path, Consumer<String> lines) throws IOException {
    try (var text = new ContentText(lines)) {
      contents.pour(session, path, text);
    }
  }
}
