package dev.simpleftp.console.command;

/// Where the output of a command goes.
public sealed interface Redirection {
  /// To whoever typed it.
  record None() implements Redirection {}

  /// `> FILE` or `>> FILE`, on this machine.
  record ToFile(String path, boolean append) implements Redirection {}

  /// `| COMMAND`, for the shell of this machine.
  record ToShell(String command) implements Redirection {}
}
