package dev.simpleftp.planted.coding;

import java.net.InetAddress;

/// Planted violation: a reverse look-up.
final class LooksUp {
  String name(InetAddress address) {
    return address.getHostName();
  }
}
