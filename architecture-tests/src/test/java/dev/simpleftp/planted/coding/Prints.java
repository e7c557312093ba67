package dev.simpleftp.planted.coding;

/// Planted violation: printing beside the console.
final class Prints {
  void print() {
    System.out.println();
  }
}
