package dev.simpleftp.planted.socket.server;

import dev.simpleftp.planted.socket.client.ClientServing;

/// Planted violation: the server knows the client.
public final class ServerCalling {
  final Class<?> client = ClientServing.class;
}
