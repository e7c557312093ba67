package dev.simpleftp.planted.socket.wire;

import dev.simpleftp.planted.socket.server.ServerCalling;

/// Planted violation: the text knows the server.
final class WireServing {
  final Class<?> server = ServerCalling.class;
}
