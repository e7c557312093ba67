package dev.simpleftp.domain;

/// The machine at the other end.
///
/// @param host a name or a literal address
/// @param port 1 to 65535
public record Peer(String host, int port) {
  public Peer {
    if (host.isBlank()) {
      throw new IllegalArgumentException("A host must have a name.");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("A port is a number from 1 to 65535.");
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
