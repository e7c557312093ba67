package dev.simpleftp.planted.domain;

/// Planted violation: a constant named after a role.
final class Roles {
  static final int CLIENT_PORT = 2121;
}
