package dev.simpleftp.console.command;

import java.util.Optional;

/// One command, parsed and checked: only these records travel on.
///
/// Names of files stay text here, because what they mean depends on the directory somebody is in.
public sealed interface ConsoleCommand {

  /// Commands that begin, end or describe the session and the console itself.
  sealed interface Control extends ConsoleCommand {}

  /// Commands that look at or change the remote tree.
  sealed interface RemoteTree extends ConsoleCommand {}

  /// Commands that concern this machine alone.
  sealed interface LocalTree extends ConsoleCommand {}

  /// Commands that move a file.
  sealed interface Transfer extends ConsoleCommand {}

  record Open(OpenTarget target) implements Control {}

  record Close() implements Control {}

  record Quit() implements Control {}

  record Help(Optional<CommandWord> subject) implements Control {}

  record Status() implements Control {}

  record Debug(boolean on) implements Control {}

  /// Lists names, or with `details` kinds, sizes and dates as well.
  record ListDirectory(String path, boolean details) implements RemoteTree {}

  record ChangeDirectory(String path) implements RemoteTree {}

  record PrintDirectory() implements RemoteTree {}

  record Size(String path) implements RemoteTree {}

  record Remove(String path) implements RemoteTree {}

  record MakeDirectory(String path) implements RemoteTree {}

  record RemoveDirectory(String path) implements RemoteTree {}

  record Rename(String from, String to) implements RemoteTree {}

  record LocalChangeDirectory(String path) implements LocalTree {}

  record LocalPrintDirectory() implements LocalTree {}

  record LocalList(String path, boolean details) implements LocalTree {}

  record Get(String remote, Optional<String> local) implements Transfer {}

  record Put(String local, Optional<String> remote) implements Transfer {}
}
