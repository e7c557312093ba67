package dev.simpleftp.e2e;

/// Whether and how a client speaks TLS.
enum Encryption {
  NONE(false, ""),
  EXPLICIT_TLS_1_2(false, "1.2"),
  EXPLICIT_TLS_1_3(false, "1.3"),
  IMPLICIT_TLS_1_2(true, "1.2"),
  IMPLICIT_TLS_1_3(true, "1.3");

  private final boolean implicit;
  private final String version;

  Encryption(boolean implicit, String version) {
    this.implicit = implicit;
    this.version = version;
  }

  boolean isUsed() {
    return this != NONE;
  }

  /// Whether it begins before the first reply.
  boolean isImplicit() {
    return implicit;
  }

  /// Of TLS, such as `1.3`.
  String version() {
    return version;
  }
}
