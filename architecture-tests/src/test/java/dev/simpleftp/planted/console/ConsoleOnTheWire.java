package dev.simpleftp.planted.console;

import dev.simpleftp.planted.socket.server.ServerCalling;

/// Planted violation: the console knows the server.
final class ConsoleOnTheWire {
  final Class<?> server = ServerCalling.class;
}
