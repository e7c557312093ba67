package dev.simpleftp.planted.coding;

import java.net.InetSocketAddress;

/// Planted violation: a reverse look-up by socket.
final class LooksAgain {
  String name(InetSocketAddress address) {
    return address.getHostName();
  }
}
