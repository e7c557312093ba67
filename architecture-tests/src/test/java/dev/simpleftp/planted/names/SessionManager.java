package dev.simpleftp.planted.names;

/// Planted violation: a name that says nothing.
final class SessionManager {
  void manage() {}
}
