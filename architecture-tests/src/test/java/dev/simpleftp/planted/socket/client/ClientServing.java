package dev.simpleftp.planted.socket.client;

import dev.simpleftp.planted.socket.server.ServerCalling;

/// Planted violation: the client knows the server.
public final class ClientServing {
  final Class<?> server = ServerCalling.class;
}
