package dev.simpleftp.socket.server;

import dev.simpleftp.socket.channel.AddressRange;
import dev.simpleftp.socket.channel.PassiveAddresses;
import dev.simpleftp.socket.channel.PassivePorts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// How the server listens.
///
/// @param listen addresses and ports of control connections, at least one; port 0 takes any free
///   one
/// @param passivePorts where passive data connections may come in
/// @param passiveAddresses what PASV announces instead of the address the client came to (NAT)
/// @param proxies who must begin a connection with a PROXY header; nobody else may
/// @param limits the bounds of sessions
/// @param offer which verbs and modes it carries out
public record FtpServerConfig(
    List<InetSocketAddress> listen,
    PassivePorts passivePorts,
    PassiveAddresses passiveAddresses,
    List<AddressRange> proxies,
    Limits limits,
    Offer offer) {

  public FtpServerConfig {
    listen = List.copyOf(listen);
    proxies = List.copyOf(proxies);
    if (listen.isEmpty()) {
      throw new IllegalArgumentException("A server listens on one address at least.");
    }
  }

  /// Listens here, with any passive port and the usual limits.
  public static FtpServerConfig on(InetSocketAddress listen) {
    return new FtpServerConfig(
        List.of(listen),
        PassivePorts.any(),
        PassiveAddresses.NONE,
        List.of(),
        Limits.DEFAULTS,
        Offer.DEFAULT);
  }

  /// The same with these limits.
  public FtpServerConfig limits(Limits other) {
    return new FtpServerConfig(listen, passivePorts, passiveAddresses, proxies, other, offer);
  }

  /// The same with these passive ports.
  public FtpServerConfig passivePorts(PassivePorts other) {
    return new FtpServerConfig(listen, other, passiveAddresses, proxies, limits, offer);
  }

  /// The same, carrying out this.
  public FtpServerConfig offer(Offer other) {
    return new FtpServerConfig(listen, passivePorts, passiveAddresses, proxies, limits, other);
  }

  /// Whether this machine is a proxy whose word counts.
  boolean trusts(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }
}
