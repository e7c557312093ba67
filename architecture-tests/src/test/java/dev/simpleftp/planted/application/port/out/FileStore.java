package dev.simpleftp.planted.application.port.out;

/// Planted violation: none; others break rules with it.
public interface FileStore {
  void close();
}
