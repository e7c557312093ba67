package dev.simpleftp.planted.socket.client;

import dev.simpleftp.planted.filesystem.memory.MemoryOfPasswords;

/// Planted violation: an adapter knows another.
final class SocketReadingFiles {
  final Class<?> memory = MemoryOfPasswords.class;
}
