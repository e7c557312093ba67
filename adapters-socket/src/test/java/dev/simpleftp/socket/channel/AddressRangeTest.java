package dev.simpleftp.socket.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24,    192.0.2.0,        true",
    "192.0.2.0/24,    192.0.2.255,      true",
    "192.0.2.0/24,    192.0.3.0,        false",
    "192.0.2.0/24,    192.0.1.255,      false",
    "192.0.2.128/25,  192.0.2.127,      false",
    "192.0.2.128/25,  192.0.2.128,      true",
    "192.0.2.7,       192.0.2.7,        true",
    "192.0.2.7,       192.0.2.6,        false",
    "0.0.0.0/0,       255.255.255.255,  true",
    "0.0.0.0/0,       ::1,              false",
    "10.0.0.0/8,      ::ffff:10.1.2.3,  true",
    "::ffff:10.0.0.1, 10.0.0.1,         true",
    "2001:db8::/32,   2001:db8:ffff::1, true",
    "2001:db8::/32,   2001:db9::1,      false",
    "::/0,            ::1,              true",
    "::/0,            127.0.0.1,        false",
    "::1,             ::1,              true",
    "fe80::/10,       febf::1,          true",
    "fe80::/10,       fec0::1,          false"
  })
  void holdsTheAddressesOfItsPrefix(String range, String address, boolean inside) {
    AddressRange parsed = AddressRange.parse(range).orElseThrow();

    assertThat(parsed.contains(InetAddress.ofLiteral(address))).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "10",
        "10.1",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/8/8",
        "10.0.0.0/0008",
        "10.0.0.1/8",
        "10.0.0.256",
        "10.0.0.0.0",
        "localhost",
        "a.b.c.d",
        "2001:db8::/129",
        "2001:db8::1/32",
        "fe80::1%lo",
        "[::1]",
        ":::"
      })
  void readsNothingElse(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }
}
