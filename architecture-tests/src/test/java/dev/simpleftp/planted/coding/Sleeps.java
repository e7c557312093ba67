package dev.simpleftp.planted.coding;

/// Planted violation: a thread sleeps.
final class Sleeps {
  void rest() throws InterruptedException {
    Thread.sleep(1);
  }
}
