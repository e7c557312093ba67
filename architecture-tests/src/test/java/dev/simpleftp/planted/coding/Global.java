package dev.simpleftp.planted.coding;

/// Planted violation: state without an owner.
final class Global {
  static int count = 1;

  void more() {
    count++;
  }
}
