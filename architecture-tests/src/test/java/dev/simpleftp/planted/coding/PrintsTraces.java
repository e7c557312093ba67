package dev.simpleftp.planted.coding;

/// Planted violation: a stack trace is printed.
final class PrintsTraces {
  void print(Exception e) {
    e.printStackTrace();
  }
}
