package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;

/// Which way files go.
enum Direction {
  /// From there to here.
  DOWN("get", "received"),
  /// From here to there.
  UP("put", "stored");

  private final String command;
  private final String done;

  Direction(String command, String done) {
    this.command = command;
    this.done = done;
  }

  /// The command for one file.
  String command() {
    return command;
  }

  /// In the past tense.
  String done() {
    return done;
  }

  /// Whether this side of a copy is on this machine.
  boolean isHere(CopyFile.Side side) {
    return (side == CopyFile.Side.TARGET) == (this == DOWN);
  }
}
