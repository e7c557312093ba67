package dev.simpleftp.planted.socket.wire;

import java.nio.channels.SocketChannel;

/// Planted violation: the text knows a socket.
final class WireWithSocket {
  final Class<?> channel = SocketChannel.class;
}
