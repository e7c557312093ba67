package dev.simpleftp.planted.application.port.in;

/// Planted violation: none; others break rules with it.
public interface OpenSession {
  void open();
}
