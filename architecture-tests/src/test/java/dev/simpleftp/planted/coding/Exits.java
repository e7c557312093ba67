package dev.simpleftp.planted.coding;

/// Planted violation: the machine is ended beside Main.
final class Exits {
  void end() {
    System.exit(1);
  }
}
