package dev.simpleftp.domain;

import java.util.Locale;

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

  /// The same by the one spelling of its host, for those who keep what they know of it: neither
  /// case nor a final dot makes another host (RFC 4343, RFC 1034 §3.1).
  public Peer canonical() {
    String name = host.toLowerCase(Locale.ROOT);
    boolean dotted = name.length() > 1 && name.endsWith(".");
    return new Peer(dotted ? name.substring(0, name.length() - 1) : name, port);
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
