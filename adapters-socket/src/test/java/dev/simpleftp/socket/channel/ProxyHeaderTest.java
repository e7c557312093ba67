package dev.simpleftp.socket.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeaderTest {
  private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";
  private static final String IPV4 = SIGNATURE + "2111" + "000c" + "c0000207 c6336401 d903 0015";
  private static final String IPV6 =
      SIGNATURE
          + "2121"
          + "0024"
          + "20010db8000000000000000000000007"
          + "20010db8000000000000000000000001"
          + "d903 0015";
  private static final String WITH_TLV =
      SIGNATURE + "2111" + "0013" + "c0000207 c6336401 d903 0015" + "04 0004 00000000";

  @Test
  void readsALine() throws IOException {
    ProxyHeader header = read(ascii("PROXY TCP4 192.0.2.7 198.51.100.1 55555 21\r\n"));

    assertThat(header.ends()).contains(ends("192.0.2.7", 55_555, "198.51.100.1"));
  }

  @Test
  void readsALineOfIpv6() throws IOException {
    ProxyHeader header = read(ascii("PROXY TCP6 2001:db8::7 2001:db8::1 55555 21\r\n"));

    assertThat(header.ends()).contains(ends("2001:db8::7", 55_555, "2001:db8::1"));
  }

  @Test
  void takesAMappedAddressAsIpv4() throws IOException {
    ProxyHeader header =
        read(ascii("PROXY TCP6 ::ffff:192.0.2.7 ::ffff:198.51.100.1 55555 21\r\n"));

    assertThat(header.ends()).contains(ends("192.0.2.7", 55_555, "198.51.100.1"));
  }

  @Test
  void readsTheBinaryForm() throws IOException {
    assertThat(read(hex(IPV4)).ends()).contains(ends("192.0.2.7", 55_555, "198.51.100.1"));
    assertThat(read(hex(IPV6)).ends()).contains(ends("2001:db8::7", 55_555, "2001:db8::1"));
  }

  @Test
  void skipsWhatFollowsTheAddresses() throws IOException {
    assertThat(read(hex(WITH_TLV)).ends()).contains(ends("192.0.2.7", 55_555, "198.51.100.1"));
  }

  static Stream<byte[]> withoutEnds() {
    return Stream.of(
        ascii("PROXY UNKNOWN\r\n"),
        ascii("PROXY UNKNOWN ffff::1 ffff::2 65535 65535\r\n"),
        hex(SIGNATURE + "2000" + "0000"),
        hex(SIGNATURE + "2011" + "000c" + "c0000207 c6336401 d903 0015"),
        hex(SIGNATURE + "2100" + "0003" + "010203"));
  }

  @ParameterizedTest
  @MethodSource("withoutEnds")
  void knowsAProxyThatSpeaksForItself(byte[] bytes) throws IOException {
    assertThat(read(bytes).ends()).isEmpty();
  }

  static Stream<byte[]> headers() {
    return Stream.concat(
        withoutEnds(),
        Stream.of(
            ascii("PROXY TCP4 192.0.2.7 198.51.100.1 55555 21\r\n"),
            hex(IPV4),
            hex(IPV6),
            hex(WITH_TLV)));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void readsTheSameHoweverItIsSplitAndLeavesWhatFollows(byte[] bytes) throws IOException {
    ProxyHeader whole = read(bytes);
    for (int i = 1; i < bytes.length; i++) {
      InputStream rest =
          new SequenceInputStream(
              new ByteArrayInputStream(bytes, i, bytes.length - i),
              new ByteArrayInputStream(ascii("USER")));
      var in = new SequenceInputStream(new ByteArrayInputStream(bytes, 0, i), rest);

      assertThat(ProxyHeader.read(in)).isEqualTo(whole);
      assertThat(in.readAllBytes()).asString().isEqualTo("USER");
    }
  }

  @ParameterizedTest
  @MethodSource("headers")
  void refusesOneThatEndsTooEarly(byte[] bytes) {
    IntStream.range(1, bytes.length)
        .forEach(i ->
            assertThatThrownBy(() -> read(Arrays.copyOf(bytes, i)))
                .isInstanceOf(ProtocolException.class));
  }

  @Test
  void tellsAProxyThatSaysNothingApart() {
    assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USER alice\r\n",
        "PASS secret\r\n",
        "PROXY\r\n",
        "PROXY TCP4 192.0.2.7 198.51.100.1 55555 21\n",
        "PROXY TCP4 192.0.2.7 198.51.100.1 55555\r\n",
        "PROXY TCP4 192.0.2.7 198.51.100.1 55555 21 \r\n",
        "PROXY  TCP4 192.0.2.7 198.51.100.1 55555 21\r\n",
        "proxy TCP4 192.0.2.7 198.51.100.1 55555 21\r\n",
        "PROXY UDP4 192.0.2.7 198.51.100.1 55555 21\r\n",
        "PROXY TCP4 2001:db8::7 2001:db8::1 55555 21\r\n",
        "PROXY TCP6 192.0.2.7 198.51.100.1 55555 21\r\n",
        "PROXY TCP4 192.0.2 198.51.100.1 55555 21\r\n",
        "PROXY TCP4 localhost 198.51.100.1 55555 21\r\n",
        "PROXY TCP4 192.0.2.7 198.51.100.1 0 21\r\n",
        "PROXY TCP4 192.0.2.7 198.51.100.1 65536 21\r\n",
        "PROXY TCP4 192.0.2.7 198.51.100.1 -1 21\r\n",
        "PROXY TCP4 192.0.2.7 198.51.100.1 55555 x\r\n",
        "PROXY UNKNOWNS\r\n"
      })
  void refusesAnyOtherLine(String line) {
    assertThatThrownBy(() -> read(ascii(line))).isInstanceOf(ProtocolException.class);
  }

  @Test
  void refusesALineBeyondTheGreatestLength() throws IOException {
    String longest = "PROXY UNKNOWN " + "x".repeat(107 - 16) + "\r\n";

    assertThat(read(ascii(longest)).ends()).isEmpty();
    assertThatThrownBy(() -> read(ascii("PROXY UNKNOWN " + "x".repeat(107 - 15) + "\r\n")))
        .isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0d0a0d0a000d0a515549540b" + "2000" + "0000",
        SIGNATURE + "1111" + "000c" + "c0000207 c6336401 d903 0015",
        SIGNATURE + "2211" + "000c" + "c0000207 c6336401 d903 0015",
        SIGNATURE + "2112" + "000c" + "c0000207 c6336401 d903 0015",
        SIGNATURE + "2131" + "0000",
        SIGNATURE + "2111" + "000b" + "c0000207 c6336401 d903 00",
        SIGNATURE + "2111" + "000c" + "c0000207 c6336401 0000 0015",
        SIGNATURE + "2000" + "1001",
        SIGNATURE + "2111" + "ffff"
      })
  void refusesAnyOtherBinaryForm(String hex) {
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream(hex(hex)), new ByteArrayInputStream(new byte[1 << 17]));

    assertThatThrownBy(() -> ProxyHeader.read(endless)).isInstanceOf(ProtocolException.class);
  }

  private static ProxyHeader read(byte[] bytes) throws IOException {
    return ProxyHeader.read(new ByteArrayInputStream(bytes));
  }

  private static ProxyHeader.Ends ends(String client, int port, String reached) {
    return new ProxyHeader.Ends(
        new InetSocketAddress(InetAddress.ofLiteral(client), port), InetAddress.ofLiteral(reached));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }
}
