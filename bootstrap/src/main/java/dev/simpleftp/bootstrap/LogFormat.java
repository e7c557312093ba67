package dev.simpleftp.bootstrap;

/// How the events of a server are written to standard output.
enum LogFormat {
  /// Lines for people.
  TEXT,
  /// A JSON object per line, for programs.
  JSON
}
