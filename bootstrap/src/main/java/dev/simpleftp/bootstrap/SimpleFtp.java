package dev.simpleftp.bootstrap;

/// simpleftp inside another program, such as a test.
///
/// ```java
/// try (var server = SimpleFtp.server().inMemory().user("test", "secret").port(0).start()) {
///   connectTo(server.address());
/// }
/// ```
public final class SimpleFtp {
  private SimpleFtp() {}

  /// Begins to describe a server.
  public static ServerBuilder server() {
    return new ServerBuilder();
  }
}
