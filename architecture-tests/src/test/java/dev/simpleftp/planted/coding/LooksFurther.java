package dev.simpleftp.planted.coding;

import java.net.InetAddress;

/// Planted violation: a canonical name.
final class LooksFurther {
  String name(InetAddress address) {
    return address.getCanonicalHostName();
  }
}
