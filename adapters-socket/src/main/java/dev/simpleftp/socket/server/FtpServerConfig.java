package dev.simpleftp.socket.server;

import dev.simpleftp.socket.channel.PassivePorts;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.Optional;

/// How the server listens.
///
/// @param listen address and port of control connections; port 0 takes any free one
/// @param passivePorts where passive data connections may come in
/// @param passiveAddress what PASV announces instead of the address the client came to (NAT)
/// @param limits the bounds of sessions
/// @param offer which verbs and modes it carries out
public record FtpServerConfig(
    InetSocketAddress listen,
    PassivePorts passivePorts,
    Optional<Inet4Address> passiveAddress,
    Limits limits,
    Offer offer) {

  /// Listens here, with any passive port and the usual limits.
  public static FtpServerConfig on(InetSocketAddress listen) {
    return new FtpServerConfig(
        listen, PassivePorts.ANY, Optional.empty(), Limits.DEFAULTS, Offer.DEFAULT);
  }

  /// The same, carrying out this.
  public FtpServerConfig offer(Offer other) {
    return new FtpServerConfig(listen, passivePorts, passiveAddress, limits, other);
  }
}
