package dev.simpleftp.planted.socket.channel;

import dev.simpleftp.planted.socket.server.ServerCalling;

/// Planted violation: the channel knows the server.
final class ChannelServing {
  final Class<?> server = ServerCalling.class;
}
