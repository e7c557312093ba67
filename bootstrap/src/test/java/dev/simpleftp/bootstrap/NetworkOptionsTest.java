package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.socket.channel.AddressRange;
import dev.simpleftp.socket.server.Limits;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the options on the network and its limits mean.
class NetworkOptionsTest {
  @Test
  void listensOnLoopbackUnlessToldOtherwise() throws UsageError {
    assertThat(network().listen()).containsExactly(address("127.0.0.1", 2121));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,           192.0.2.7,   7000",
    "192.0.2.7:21,        192.0.2.7,   21",
    "192.0.2.7:0,         192.0.2.7,   0",
    "::1,                 ::1,         7000",
    "2001:db8::1,         2001:db8::1, 7000",
    "[::1],               ::1,         7000",
    "[::1]:21,            ::1,         21",
    "::ffff:192.0.2.7,    192.0.2.7,   7000",
    "[::ffff:192.0.2.7]:1, 192.0.2.7,  1"
  })
  void readsAnAddressWithOrWithoutAPort(String text, String host, int port) throws UsageError {
    assertThat(network("--port", "7000", "--listen", text).listen())
        .containsExactly(address(host, port));
  }

  @Test
  void listensOnSeveralAddresses() throws UsageError {
    NetworkOptions network = network("--listen", "127.0.0.1", "--listen", "192.0.2.7:21");

    assertThat(network.listen())
        .containsExactly(address("127.0.0.1", 2121), address("192.0.2.7", 21));
    assertThat(network.mostExposed()).isEqualTo(InetAddress.ofLiteral("192.0.2.7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:",
        "127.0.0.1:x",
        "127.0.0.1:65536",
        "127.0.0.1:-1",
        ":21",
        "[::1",
        "::1]",
        "[::1]x",
        "[::1]:",
        "[]:21",
        "[127.0.0.1]:21",
        "[::1]:21:22"
      })
  void refusesWhatIsNoAddress(String text) {
    assertRefused("--listen", text);
  }

  @Test
  void refusesAnAddressThatIsNamedTwice() {
    assertThatThrownBy(() -> network("--listen", "127.0.0.1", "--listen", "127.0.0.1:2121"))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("once");
  }

  @Test
  void announcesAnAddressToEachNetwork() throws UsageError {
    NetworkOptions network =
        network("--passive-address", "203.0.113.1", "--passive-address", "10.0.0.0/8=10.0.0.1");

    assertThat(network.passiveAddresses().towards(InetAddress.ofLiteral("10.9.9.9")))
        .contains(Inet4Address.ofLiteral("10.0.0.1"));
    assertThat(network.passiveAddresses().towards(InetAddress.ofLiteral("192.0.2.1")))
        .contains(Inet4Address.ofLiteral("203.0.113.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8",
        "10.0.0.0/8=",
        "=10.0.0.1",
        "10.0.0.1/8=10.0.0.1",
        "10.0.0.0/8=::1",
        "::1",
        "2001:db8::/32=10.0.0.1",
        "localhost",
        "10.0.0.0/8=10.0.0.0/8"
      })
  void refusesWhatNamesNoPassiveAddress(String text) {
    assertRefused("--passive-address", text);
  }

  @Test
  void refusesTwoPassiveAddressesForTheSameClients() {
    assertThatThrownBy(
            () -> network("--passive-address", "1.2.3.4", "--passive-address", "1.2.3.5"))
        .isInstanceOf(UsageError.class);
  }

  @Test
  void trustsTheProxiesOfAList() throws UsageError {
    assertThat(network("--proxy-protocol", "192.0.2.7,2001:db8::/32").proxies())
        .extracting(AddressRange::bits)
        .isEqualTo(List.of(32, 32));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7,", "proxy.example", "10.0.0.1/8", ","})
  void refusesWhatIsNoListOfProxies(String text) {
    assertRefused("--proxy-protocol", text);
  }

  @Test
  void givesEachLimitAnOption() throws UsageError {
    Arguments arguments =
        parse(
            "--max-sessions=1 --max-sessions-per-address=2 --max-unauthenticated=3"
                + " --login-attempts=4 --max-line=1KiB --login-timeout=5s --idle-timeout=6m"
                + " --data-timeout=700ms --stall-timeout=8h --min-rate=9KiB");

    assertThat(LimitOptions.read(arguments).limits())
        .isEqualTo(
            new Limits(
                1,
                2,
                3,
                4,
                1024,
                Duration.ofSeconds(5),
                Duration.ofMinutes(6),
                Duration.ofMillis(700),
                Duration.ofHours(8),
                9 * 1024));
    assertThat(LimitOptions.read(parse("")).limits()).isEqualTo(Limits.DEFAULTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--max-sessions=0", "--max-sessions=many", "--login-attempts=101", "--idle-timeout=30",
        "--idle-timeout=0s", "--stall-timeout=8d", "--max-line=511", "--max-line=65KiB",
        "--min-rate=2GiB", "--min-rate=fast"
      })
  void refusesALimitThatIsNone(String option) {
    assertThatThrownBy(() -> LimitOptions.read(parse(option)))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining(option.substring(0, option.indexOf('=')))
        .hasMessageContaining("; give ");
  }

  private static void assertRefused(String option, String value) {
    assertThatThrownBy(() -> network(option, value))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining(option + " cannot be '" + value + "'; give ");
  }

  private static NetworkOptions network(String... words) throws UsageError {
    return NetworkOptions.read(Arguments.parse(ServerOptions.options(), List.of(words), 0));
  }

  private static Arguments parse(String words) throws UsageError {
    List<String> list = words.isEmpty() ? List.of() : List.of(words.split(" "));
    return Arguments.parse(ServerOptions.options(), list, 0);
  }

  private static InetSocketAddress address(String host, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(host), port);
  }
}
