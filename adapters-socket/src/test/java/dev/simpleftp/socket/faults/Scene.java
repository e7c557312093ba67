package dev.simpleftp.socket.faults;

/// Where a fault strikes.
enum Scene {
  MEMORY_IN_CLEAR(false, false),
  MEMORY_UNDER_TLS(false, true),
  DIRECTORY_IN_CLEAR(true, false),
  DIRECTORY_UNDER_TLS(true, true);

  private final boolean directory;
  private final boolean tls;

  Scene(boolean directory, boolean tls) {
    this.directory = directory;
    this.tls = tls;
  }

  /// Whether a directory is served, else memory.
  boolean servesDirectory() {
    return directory;
  }

  /// Whether both connections are protected.
  boolean isUnderTls() {
    return tls;
  }
}
