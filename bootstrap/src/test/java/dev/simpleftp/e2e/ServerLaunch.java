package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// How one kind of server is started.
interface ServerLaunch {
  /// The password of the one user.
  String PASSWORD = "secret";

  /// The same as the C library hashes it (SHA-512).
  String HASHED_PASSWORD =
      "$6$simpleftp$j3mXyvDPxAhU61kwx3u8txkhh66Ar6x2imUqyZ2vUbJ6tv2qb0PYok8YGSA72fvahLOoTJBRi84ZtYTAxqNPa1";

  /// Stops the test where this server is not installed.
  void requireHere() throws Exception;

  /// Starts it in the foreground; it may not yet accept connections when this returns.
  ///
  /// @param setup with the port to use
  /// @param scratch a directory for settings, empty at the first start and kept for the next
  Started start(ServerSetup setup, Path scratch) throws Exception;

  /// The name of the one user.
  default String user() {
    return "test";
  }

  /// Gives the server what a test has put under its root, where it runs as somebody else.
  default void adopt(Path root) throws IOException {}

  /// What the one user calls the root.
  default String base(Path root) {
    return "/";
  }

  /// What was started.
  interface Started extends AutoCloseable {
    boolean isAlive();

    /// What it has said so far, line by line.
    List<String> log();

    /// Ends the server and all its sessions at once.
    @Override
    void close();

    /// The same as `kill -9`, where the server is a process.
    default void kill() {
      close();
    }
  }
}
