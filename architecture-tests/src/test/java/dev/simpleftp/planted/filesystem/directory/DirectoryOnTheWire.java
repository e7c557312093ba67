package dev.simpleftp.planted.filesystem.directory;

import dev.simpleftp.planted.socket.server.ServerCalling;

/// Planted violation: an adapter knows another.
final class DirectoryOnTheWire {
  final Class<?> server = ServerCalling.class;
}
