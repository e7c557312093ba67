package dev.simpleftp.e2e;

/// How connections are made: who opens those for data, and over which Internet protocol.
enum Route {
  PASSIVE_IPV4("127.0.0.1", false),
  ACTIVE_IPV4("127.0.0.1", true),
  PASSIVE_IPV6("::1", false),
  ACTIVE_IPV6("::1", true);

  private final String host;
  private final boolean active;

  Route(String host, boolean active) {
    this.host = host;
    this.active = active;
  }

  String host() {
    return host;
  }

  boolean active() {
    return active;
  }
}
