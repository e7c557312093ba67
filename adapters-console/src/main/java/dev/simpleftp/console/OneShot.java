package dev.simpleftp.console;

import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.OpenTarget;
import java.util.List;

/// A call of the program that does something on a server and ends.
///
/// @param steps in their order; the first that fails ends it
public record OneShot(List<Step> steps, Output output) {
  public OneShot {
    steps = List.copyOf(steps);
  }

  /// A command and where to run it. Steps that follow each other at the same target share a session.
  public record Step(OpenTarget target, ConsoleCommand command) {}

  /// What is told, and where.
  ///
  /// @param json events and entries for programs instead of lines for people
  /// @param quiet nothing but what was asked for, and failures
  /// @param debug the lines of the protocol as well
  /// @param contentOnly results of commands go to the standard error: the standard output is for
  ///   the content of a file
  /// @param again whether the same call goes on where an interrupted one was
  public record Output(
      boolean json, boolean quiet, boolean debug, boolean contentOnly, boolean again) {}
}
