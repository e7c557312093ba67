package dev.simpleftp.planted.socket.server;

/// Planted violation: a time limit by a clock that may be set.
final class WatchesTheClock {
  final long deadline = System.currentTimeMillis() + 1000;
}
