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

  /// Begins to describe a connection to a server.
  ///
  /// ```java
  /// try (var ftp = SimpleFtp.client().user("me", secret).connect("ftp.example.org", 21)) {
  ///   ftp.get("report.pdf", Path.of("report.pdf"));
  /// }
  /// ```
  public static ClientBuilder client() {
    return new ClientBuilder();
  }

  /// Begins to describe a server.
  public static ServerBuilder server() {
    return new ServerBuilder();
  }
}
