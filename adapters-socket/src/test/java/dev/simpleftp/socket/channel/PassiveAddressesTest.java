package dev.simpleftp.socket.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassiveAddressesTest {
  private static final PassiveAddresses ADDRESSES =
      new PassiveAddresses(
          Map.of(
              AddressRange.ALL_IPV4,
              ipv4("203.0.113.1"),
              range("10.0.0.0/8"),
              ipv4("10.0.0.1"),
              range("10.1.0.0/16"),
              ipv4("10.1.0.1")));

  @ParameterizedTest
  @CsvSource({"198.51.100.7, 203.0.113.1", "10.2.3.4,     10.0.0.1", "10.1.3.4,     10.1.0.1"})
  void letsTheSmallestNetworkDecide(String client, String announced) {
    assertThat(ADDRESSES.towards(InetAddress.ofLiteral(client))).contains(ipv4(announced));
  }

  @Test
  void leavesTheRestToTheConnection() {
    var some = new PassiveAddresses(Map.of(range("10.0.0.0/8"), ipv4("10.0.0.1")));

    assertThat(some.towards(ipv4("192.0.2.1"))).isEmpty();
    assertThat(ADDRESSES.towards(InetAddress.ofLiteral("2001:db8::1"))).isEqualTo(Optional.empty());
  }

  private static AddressRange range(String text) {
    return AddressRange.parse(text).orElseThrow();
  }

  private static Inet4Address ipv4(String text) {
    return Inet4Address.ofLiteral(text);
  }
}
