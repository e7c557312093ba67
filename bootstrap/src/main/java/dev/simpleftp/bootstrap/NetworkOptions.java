package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.socket.channel.AddressRange;
import dev.simpleftp.socket.channel.PassiveAddresses;
import dev.simpleftp.socket.channel.PassivePorts;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Options;

/// Where the server listens, and how data connections reach it.
///
/// @param listen addresses and ports of control connections; port 0 takes any free one
/// @param passivePorts where data connections may come in
/// @param passiveAddresses what PASV announces, when it is not the address the client came to
/// @param proxies who must begin a connection with a PROXY header
/// @param allowsRoot whether root may listen on ports below 1024
record NetworkOptions(
    List<InetSocketAddress> listen,
    PassivePorts passivePorts,
    PassiveAddresses passiveAddresses,
    List<AddressRange> proxies,
    boolean allowsRoot) {
  private static final int DEFAULT_PORT = 2121;
  private static final int LAST_PORT = 65_535;
  private static final InetAddress DEFAULT_ADDRESS = InetAddress.ofLiteral("127.0.0.1");
  private static final String LISTEN =
      "give an address of this machine such as 127.0.0.1, 127.0.0.1:2121, ::1 or [::1]:2121";
  private static final String PASSIVE_ADDRESS =
      "give an IPv4 address such as 192.0.2.7, or one for a network of clients such as"
          + " 10.0.0.0/8=10.1.2.3";
  private static final String PROXY_PROTOCOL =
      "give addresses or networks such as 192.0.2.7,10.0.0.0/8 without bits behind the prefix";

  /// Only here, and nothing else special.
  static NetworkOptions on(InetSocketAddress address) {
    return new NetworkOptions(
        List.of(address), PassivePorts.any(), PassiveAddresses.NONE, List.of(), true);
  }

  static void add(Options options) {
    options
        .addOption(
            Arguments.values(
                "listen",
                "ADDR[:PORT]",
                "listen on this address (default 127.0.0.1); may be given several times"))
        .addOption(
            value(
                "port",
                "N",
                "listen on this port where --listen names none; 0 takes any free one (default"
                    + " 2121)"))
        .addOption(value("passive-ports", "A-B", "the ports of data connections (default: any)"))
        .addOption(
            Arguments.values(
                "passive-address",
                "[NET=]IP",
                "the IPv4 address that PASV announces (NAT), to all clients or to those of a"
                    + " network; may be given several times"))
        .addOption(
            Arguments.values(
                "proxy-protocol",
                "NET[,NET]",
                "proxies that tell the client's address by the PROXY protocol"))
        .addOption(flag("allow-root", "serve a port below 1024 although this user is root"));
  }

  static NetworkOptions read(Arguments arguments) throws UsageError {
    return new NetworkOptions(
        listen(arguments),
        passivePorts(arguments),
        passiveAddresses(arguments),
        proxies(arguments),
        arguments.has("allow-root"));
  }

  /// One of the addresses; one that other machines can reach, if there is any.
  InetAddress mostExposed() {
    return listen.stream()
        .map(InetSocketAddress::getAddress)
        .filter(address -> !address.isLoopbackAddress())
        .findFirst()
        .orElseGet(() -> listen.getFirst().getAddress());
  }

  private static List<InetSocketAddress> listen(Arguments arguments) throws UsageError {
    int port = arguments.number("port", 0, LAST_PORT).orElse(DEFAULT_PORT);
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (Given given : arguments.values("listen")) {
      InetSocketAddress address =
          endpoint(given.value(), port).orElseThrow(() -> given.wrong(LISTEN));
      if (address.getPort() != 0 && addresses.contains(address)) {
        throw given.wrong("name each address once");
      }
      addresses.add(address);
    }
    return addresses.isEmpty() ? List.of(new InetSocketAddress(DEFAULT_ADDRESS, port)) : addresses;
  }

  /// `ADDR`, `ADDR:PORT`, `[ADDR]` or `[ADDR]:PORT`; more than one colon without brackets is IPv6.
  private static Optional<InetSocketAddress> endpoint(String text, int defaultPort) {
    int colon = text.lastIndexOf(':');
    boolean bracketed = text.startsWith("[");
    boolean withPort =
        bracketed ? colon == text.indexOf(']') + 1 : colon >= 0 && colon == text.indexOf(':');
    String host = withPort ? text.substring(0, colon) : text;
    if (bracketed && !(host.endsWith("]") && host.indexOf(':') > 0)) {
      return Optional.empty();
    }
    Optional<Integer> port = withPort ? port(text.substring(colon + 1)) : Optional.of(defaultPort);
    return port.flatMap(p -> resolved(host).map(a -> new InetSocketAddress(a, p)));
  }

  private static Optional<Integer> port(String text) {
    return Units.number(text).filter(n -> n <= LAST_PORT).map(Long::intValue);
  }

  private static Optional<InetAddress> resolved(String host) {
    if (host.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
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
        .orElseGet(PassivePorts::any);
  }

  private static Optional<PassivePorts> ports(String text) {
    String[] ends = text.split("-", 2);
    try {
      return Optional.of(
          new PassivePorts(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static PassiveAddresses passiveAddresses(Arguments arguments) throws UsageError {
    Map<AddressRange, Inet4Address> byNetwork = new HashMap<>();
    for (Given given : arguments.values("passive-address")) {
      int sign = given.value().indexOf('=');
      AddressRange network =
          sign < 0 ? AddressRange.ALL_IPV4 : network(given, given.value().substring(0, sign));
      Inet4Address address =
          ipv4(given.value().substring(sign + 1)).orElseThrow(() -> given.wrong(PASSIVE_ADDRESS));
      if (byNetwork.putIfAbsent(network, address) != null) {
        throw given.wrong("the clients of " + network + " have an address already; give one");
      }
    }
    return new PassiveAddresses(byNetwork);
  }

  /// PASV is for IPv4 alone; EPSV announces no address.
  private static AddressRange network(Given given, String text) throws UsageError {
    return AddressRange.parse(text)
        .filter(range -> range.network() instanceof Inet4Address)
        .orElseThrow(() -> given.wrong(PASSIVE_ADDRESS));
  }

  private static Optional<Inet4Address> ipv4(String text) {
    return AddressRange.literal(text)
        .filter(Inet4Address.class::isInstance)
        .map(Inet4Address.class::cast);
  }

  private static List<AddressRange> proxies(Arguments arguments) throws UsageError {
    List<AddressRange> proxies = new ArrayList<>();
    for (Given given : arguments.values("proxy-protocol")) {
      for (String text : given.value().split(",", -1)) {
        proxies.add(AddressRange.parse(text).orElseThrow(() -> given.wrong(PROXY_PROTOCOL)));
      }
    }
    return proxies;
  }
}
