package dev.simpleftp.bootstrap;

import dev.simpleftp.filesystem.account.Accounts;
import dev.simpleftp.socket.channel.PassivePorts;
import dev.simpleftp.socket.server.FtpServerConfig;
import dev.simpleftp.socket.server.Limits;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.Optional;

/// All that a server needs to know before it starts.
///
/// @param listen address and port of control connections; port 0 takes any free one
/// @param passivePorts where data connections may come in
/// @param passiveAddress what PASV announces, when it is not the address the client came to
/// @param accounts who may log in by name
/// @param quiet whether the events stay off the screen
record ServerConfig(
    Storage storage,
    InetSocketAddress listen,
    PassivePorts passivePorts,
    Optional<Inet4Address> passiveAddress,
    Accounts accounts,
    AnonymousRights anonymous,
    boolean quiet) {

  FtpServerConfig wire() {
    return new FtpServerConfig(listen, passivePorts, passiveAddress, Limits.DEFAULTS);
  }
}
