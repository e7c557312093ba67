package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.OpenTarget;
import java.nio.file.Path;
import java.util.List;

/// A call of the program that does something on a server and ends.
///
/// @param steps in their order; the first that fails ends it
/// @param local the directory of this machine that files are taken from and kept in
/// @param copying how files are copied
public record OneShot(List<Step> steps, Output output, Path local, CopyFile.Options copying) {
  public OneShot {
    steps = List.copyOf(steps);
  }

  /// A command and where to run it. Steps that follow each other at the same target share a
  /// session.
  public record Step(OpenTarget target, ConsoleCommand command) {}

  /// What is told, and where.
  ///
  /// @param json events and entries for programs instead of lines for people
  /// @param quiet nothing but what was asked for, and failures
  /// @param debug the lines of the protocol as well
  public record Output(boolean json, boolean quiet, boolean debug) {}
}
