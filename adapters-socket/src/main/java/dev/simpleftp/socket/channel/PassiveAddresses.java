package dev.simpleftp.socket.channel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// What PASV announces instead of the address the client came to, for servers behind NAT.
///
/// @param byNetwork the address to announce to the clients of each network
public record PassiveAddresses(Map<AddressRange, Inet4Address> byNetwork) {
  /// Always the address the client came to.
  public static final PassiveAddresses NONE = new PassiveAddresses(Map.of());

  public PassiveAddresses {
    byNetwork = Map.copyOf(byNetwork);
  }

  /// What this client is told; of the networks it belongs to, the smallest decides.
  public Optional<Inet4Address> towards(InetAddress client) {
    return byNetwork.entrySet().stream()
        .filter(entry -> entry.getKey().contains(client))
        .max(Comparator.comparingInt(entry -> entry.getKey().bits()))
        .map(Map.Entry::getValue);
  }
}
