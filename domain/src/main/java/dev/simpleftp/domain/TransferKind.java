package dev.simpleftp.domain;

/// Which way the bytes went, seen from the store.
public enum TransferKind {
  /// Out of the store.
  GET,
  /// Into the store.
  PUT
}
