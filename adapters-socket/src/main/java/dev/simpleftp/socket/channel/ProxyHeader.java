package dev.simpleftp.socket.channel;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// What a proxy says about its client before the first byte of that client: the PROXY protocol,
/// version 1 (a line) or 2 (binary), as the makers of HAProxy specify it.
///
/// @param ends nothing when the proxy speaks for itself (LOCAL, as health checks do) or knows no
///   addresses (UNKNOWN): then the ends of the connection are the truth
public record ProxyHeader(Optional<Ends> ends) {
  /// The longest line of version 1, its CR LF counted.
  private static final int LONGEST_LINE = 107;

  /// The longest rest of version 2 that is read; a proxy sends some hundred octets at most.
  private static final int LONGEST_BODY = 4096;

  private static final byte[] SIGNATURE = {
    '\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'
  };
  private static final int LOCAL = 0x20;
  private static final int PROXY = 0x21;
  private static final int UNSPECIFIED = 0x00;
  private static final int TCP4 = 0x11;
  private static final int TCP6 = 0x21;
  private static final int IPV4_LENGTH = 4;
  private static final int IPV6_LENGTH = 16;
  private static final ProxyHeader WITHOUT_ENDS = new ProxyHeader(Optional.empty());

  /// Reads the header and nothing behind it.
  ///
  /// @throws EOFException when the connection ended before the first octet
  /// @throws ProtocolException when something else comes in its place
  public static ProxyHeader read(InputStream in) throws IOException {
    int first = in.read();
    return switch (first) {
      case -1 -> throw new EOFException("The proxy said nothing.");
      case 'P' -> ofLine(line(in));
      case '\r' -> ofBinary(in);
      default -> throw malformed();
    };
  }

  /// Reads one octet after the other, because what stands behind the line is not ours to take.
  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder("P");
    while (line.length() < LONGEST_LINE) {
      int octet = in.read();
      if (octet < 0) {
        break;
      }
      line.append((char) octet);
      if (octet == '\n') {
        return line.toString();
      }
    }
    throw malformed();
  }

  private static ProxyHeader ofLine(String line) throws ProtocolException {
    if (!line.endsWith("\r\n")) {
      throw malformed();
    }
    String text = line.substring(0, line.length() - 2);
    if (text.equals("PROXY UNKNOWN") || text.startsWith("PROXY UNKNOWN ")) {
      return WITHOUT_ENDS;
    }
    String[] words = text.split(" ", -1);
    if (words.length != 6 || !words[0].equals("PROXY")) {
      throw malformed();
    }
    int length =
        switch (words[1]) {
          case "TCP4" -> IPV4_LENGTH;
          case "TCP6" -> IPV6_LENGTH;
          default -> throw malformed();
        };
    port(words[5]);
    return of(address(words[2], length), port(words[4]), address(words[3], length));
  }

  private static InetAddress address(String text, int length) throws ProtocolException {
    boolean spelledAsIpv6 = text.indexOf(':') >= 0;
    if (spelledAsIpv6 != (length == IPV6_LENGTH)) {
      throw malformed();
    }
    return AddressRange.literal(text).orElseThrow(ProxyHeader::malformed);
  }

  private static int port(String text) throws ProtocolException {
    boolean decimal = text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!decimal || text.isEmpty() || text.length() > 5) {
      throw malformed();
    }
    return Integer.parseInt(text);
  }

  private static ProxyHeader ofBinary(InputStream in) throws IOException {
    byte[] head = whole(in, SIGNATURE.length - 1 + 4);
    int rest = SIGNATURE.length - 1;
    if (!Arrays.equals(head, 0, rest, SIGNATURE, 1, SIGNATURE.length)) {
      throw malformed();
    }
    int command = head[rest] & 0xFF;
    int family = head[rest + 1] & 0xFF;
    int length = ((head[rest + 2] & 0xFF) << 8) | (head[rest + 3] & 0xFF);
    if (length > LONGEST_BODY || (command != LOCAL && command != PROXY)) {
      throw malformed();
    }
    ByteBuffer body = ByteBuffer.wrap(whole(in, length));
    if (command == LOCAL) {
      return WITHOUT_ENDS;
    }
    return switch (family) {
      case UNSPECIFIED -> WITHOUT_ENDS;
      case TCP4 -> ends(body, IPV4_LENGTH);
      case TCP6 -> ends(body, IPV6_LENGTH);
      default -> throw malformed();
    };
  }

  /// What follows the addresses (TLVs) is of no interest here.
  private static ProxyHeader ends(ByteBuffer body, int length) throws IOException {
    if (body.remaining() < 2 * length + 4) {
      throw malformed();
    }
    InetAddress client = address(body, length);
    InetAddress reached = address(body, length);
    return of(client, body.getShort() & 0xFFFF, reached);
  }

  private static InetAddress address(ByteBuffer body, int length) throws UnknownHostException {
    byte[] address = new byte[length];
    body.get(address);
    return InetAddress.getByAddress(address);
  }

  private static ProxyHeader of(InetAddress client, int port, InetAddress reached)
      throws ProtocolException {
    if (port < 1 || port > 65_535) {
      throw malformed();
    }
    return new ProxyHeader(Optional.of(new Ends(new InetSocketAddress(client, port), reached)));
  }

  private static byte[] whole(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw malformed();
    }
    return bytes;
  }

  private static ProtocolException malformed() {
    return new ProtocolException("No PROXY header stands at the beginning.");
  }

  /// The two ends of the connection that the proxy took in.
  ///
  /// @param client the machine that connected to the proxy
  /// @param reached the address it connected to
  public record Ends(InetSocketAddress client, InetAddress reached) {}
}
