package dev.simpleftp.socket.server;

import dev.simpleftp.socket.channel.AddressRange;
import dev.simpleftp.socket.channel.PassiveAddresses;
import dev.simpleftp.socket.channel.PassivePorts;
import dev.simpleftp.socket.wire.Verb;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the server listens.
///
/// @param listen addresses and ports of control connections, at least one; port 0 takes any free
///   one
/// @param passivePorts where passive data connections may come in
/// @param passiveAddresses what PASV announces instead of the address the client came to (NAT)
/// @param proxies who must begin a connection with a PROXY header; nobody else may
/// @param limits the bounds of sessions
/// @param offer which verbs and modes it carries out; without TLS not those of RFC 4217
/// @param tls how connections are protected, empty when they are not
public record FtpServerConfig(
    List<InetSocketAddress> listen,
    PassivePorts passivePorts,
    PassiveAddresses passiveAddresses,
    List<AddressRange> proxies,
    Limits limits,
    Offer offer,
    Optional<FtpsConfig> tls) {

  public FtpServerConfig {
    listen = List.copyOf(listen);
    proxies = List.copyOf(proxies);
    if (listen.isEmpty()) {
      throw new IllegalArgumentException("A server listens on one address at least.");
    }
  }

  /// What RFC 4217 adds, and nothing without TLS.
  private static final Set<Verb> SECURITY = EnumSet.of(Verb.AUTH, Verb.PBSZ, Verb.PROT, Verb.CCC);

  /// Listens here, with any passive port and the usual limits.
  public static FtpServerConfig on(InetSocketAddress listen) {
    return new FtpServerConfig(
        List.of(listen),
        PassivePorts.any(),
        PassiveAddresses.NONE,
        List.of(),
        Limits.DEFAULTS,
        Offer.DEFAULT,
        Optional.empty());
  }

  /// The same with these limits.
  public FtpServerConfig limits(Limits other) {
    return new FtpServerConfig(listen, passivePorts, passiveAddresses, proxies, other, offer, tls);
  }

  /// The same with these passive ports.
  public FtpServerConfig passivePorts(PassivePorts other) {
    return new FtpServerConfig(listen, other, passiveAddresses, proxies, limits, offer, tls);
  }

  /// The same, carrying out this.
  public FtpServerConfig offer(Offer other) {
    return new FtpServerConfig(listen, passivePorts, passiveAddresses, proxies, limits, other, tls);
  }

  /// The same, protected so.
  public FtpServerConfig tls(FtpsConfig other) {
    return new FtpServerConfig(
        listen, passivePorts, passiveAddresses, proxies, limits, offer, Optional.of(other));
  }

  /// What is carried out: without TLS nothing that needs it.
  Offer carriedOut() {
    return tls.isPresent() ? offer : offer.without(SECURITY);
  }

  /// Whether nothing is done in clear.
  boolean requiresTls() {
    return tls.filter(ftps -> ftps.tls().isRequired()).isPresent();
  }

  /// Whether this machine is a proxy whose word counts.
  boolean trusts(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }
}
