package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.socket.channel.PassivePorts;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.commons.cli.Options;

/// Where the server listens, and how data connections reach it.
///
/// @param listen address and port of control connections; port 0 takes any free one
/// @param passivePorts where data connections may come in
/// @param passiveAddress what PASV announces, when it is not the address the client came to
record NetworkOptions(
    InetSocketAddress listen, PassivePorts passivePorts, Optional<Inet4Address> passiveAddress) {
  private static final int DEFAULT_PORT = 2121;
  private static final int LAST_PORT = 65_535;

  static void add(Options options) {
    options
        .addOption(value("listen", "ADDR", "listen on this address (default 127.0.0.1)"))
        .addOption(value("port", "N", "listen on this port; 0 takes any free one (default 2121)"))
        .addOption(value("passive-ports", "A-B", "the ports of data connections (default: any)"))
        .addOption(value("passive-address", "IP", "the IPv4 address that PASV announces (NAT)"));
  }

  static NetworkOptions read(Arguments arguments) throws UsageError {
    int port = arguments.number("port", 0, LAST_PORT).orElse(DEFAULT_PORT);
    return new NetworkOptions(
        new InetSocketAddress(address(arguments), port),
        passivePorts(arguments),
        passiveAddress(arguments));
  }

  private static InetAddress address(Arguments arguments) throws UsageError {
    return arguments
        .read(
            "listen", NetworkOptions::resolved, "give an address of this machine such as 127.0.0.1")
        .orElse(InetAddress.ofLiteral("127.0.0.1"));
  }

  private static Optional<InetAddress> resolved(String text) {
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException _) {
      return Optional.empty();
    }
  }

  private static PassivePorts passivePorts(Arguments arguments) throws UsageError {
    return arguments
        .read(
            "passive-ports",
            NetworkOptions::ports,
            "give a range such as 50000-50999, from 1 to 65535")
        .orElse(PassivePorts.ANY);
  }

  private static Optional<PassivePorts> ports(String text) {
    String[] ends = text.split("-", 2);
    try {
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      return first > 0 ? Optional.of(new PassivePorts(first, last)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Inet4Address> passiveAddress(Arguments arguments) throws UsageError {
    return arguments.read(
        "passive-address", NetworkOptions::ipv4, "give an IPv4 address such as 192.0.2.7");
  }

  private static Optional<Inet4Address> ipv4(String text) {
    try {
      return Optional.of(Inet4Address.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
