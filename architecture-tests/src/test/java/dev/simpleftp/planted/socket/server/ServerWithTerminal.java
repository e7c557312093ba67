package dev.simpleftp.planted.socket.server;

import org.jline.terminal.Terminal;

/// Planted violation: a terminal beside the console.
final class ServerWithTerminal {
  final Class<?> terminal = Terminal.class;
}
