package dev.simpleftp.socket.server;

import dev.simpleftp.socket.tls.ServerTls;
import java.net.InetSocketAddress;
import java.util.List;

/// How connections are protected (RFC 4217).
///
/// @param tls takes it up after AUTH TLS
/// @param implicit further addresses and ports of control connections, on which TLS begins before
///   the first reply
public record FtpsConfig(ServerTls tls, List<InetSocketAddress> implicit) {
  public FtpsConfig {
    implicit = List.copyOf(implicit);
  }
}
