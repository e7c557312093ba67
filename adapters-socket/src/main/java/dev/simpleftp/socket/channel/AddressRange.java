package dev.simpleftp.socket.channel;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/// The addresses that begin with the same bits: `192.0.2.0/24`, `2001:db8::/32` (RFC 4632, RFC 4291
/// §2.3).
///
/// @param network the first address; its bits beyond the prefix are zero
/// @param bits length of the prefix, 0 to 32 for IPv4 and 0 to 128 for IPv6
public record AddressRange(InetAddress network, int bits) {
  /// Every IPv4 address.
  public static final AddressRange ALL_IPV4 = parse("0.0.0.0/0").orElseThrow();

  private static final int MOST_DIGITS = 3;

  public AddressRange {
    byte[] address = network.getAddress();
    if (bits < 0 || bits > address.length * Byte.SIZE) {
      throw new IllegalArgumentException("The prefix is longer than the address.");
    }
    for (int i = bits; i < address.length * Byte.SIZE; i++) {
      if (bit(address, i)) {
        throw new IllegalArgumentException("The network has bits behind its prefix.");
      }
    }
  }

  /// Reads `ADDRESS/BITS`, or an address that stands for itself alone; empty for any other text. No
  /// name is looked up.
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = literal(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int whole = address.get().getAddress().length * Byte.SIZE;
    int bits = slash < 0 ? whole : number(text.substring(slash + 1));
    try {
      return Optional.of(new AddressRange(address.get(), bits));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Reads the digits of one address: four decimal numbers, or IPv6 in any spelling without a
  /// scope. An IPv4 address in the clothes of IPv6 is taken as IPv4.
  public static Optional<InetAddress> literal(String text) {
    boolean ipv4 = text.chars().filter(c -> c == '.').count() == 3;
    if ((!ipv4 && text.indexOf(':') < 0) || text.indexOf('%') >= 0 || text.indexOf('[') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.indexOf(':') < 0 ? Inet4Address.ofLiteral(text) : Inet6Address.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Whether this address belongs to it; one of the other family never does.
  public boolean contains(InetAddress address) {
    byte[] own = network.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      if (bit(own, i) != bit(other, i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + bits;
  }

  private static boolean bit(byte[] address, int i) {
    int shift = Byte.SIZE - 1 - i % Byte.SIZE;
    return ((address[i / Byte.SIZE] >> shift) & 1) == 1;
  }

  private static int number(String digits) {
    boolean decimal = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return decimal && !digits.isEmpty() && digits.length() <= MOST_DIGITS
        ? Integer.parseInt(digits)
        : -1;
  }
}
