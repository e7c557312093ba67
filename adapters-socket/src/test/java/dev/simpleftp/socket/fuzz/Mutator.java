package dev.simpleftp.socket.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Spoils what clients said.
final class Mutator {
  private static final int MOST_CHANGES = 6;
  private static final List<byte[]> PIECES =
      List.of(
          bytes(255, 244, 255, 242),
          bytes(255, 251, 1),
          bytes(255, 255),
          bytes(255),
          bytes('\r'),
          bytes('\n'),
          bytes('\r', '\n'),
          bytes(0),
          text("ABOR\r\n"),
          text("\r\nSTAT\r\nNOOP\r\n"),
          text("/../../.."),
          text("QUIT\r\n"),
          text("AUTH TLS\r\n"),
          text("REIN\r\n"),
          text("PASV\r\nEPSV\r\n"),
          text("EPSV\r\nRETR readme.txt\r\n"),
          text("EPSV\r\nSTOR readme.txt\r\n"),
          text("REST 99999999999999999999\r\n"));

  private final Random random;
  private final List<byte[]> others;

  Mutator(Random random, List<byte[]> others) {
    this.random = random;
    this.others = others;
  }

  /// One of the recordings with up to a few changes.
  byte[] draw() {
    byte[] session = any(others);
    for (int i = random.nextInt(MOST_CHANGES + 1); i > 0; i--) {
      session = changed(session);
    }
    return session;
  }

  private byte[] changed(byte[] session) {
    int at = random.nextInt(session.length + 1);
    int end = Math.min(session.length, at + 1 + random.nextInt(40));
    return switch (random.nextInt(11)) {
      case 0 -> flipped(session, at);
      case 1 -> Arrays.copyOf(session, at);
      case 2 -> joined(session, at, Arrays.copyOfRange(session, at, end), at);
      case 3 -> joined(session, at, new byte[0], end);
      case 4 -> spliced(session, at);
      case 5 -> reordered(session);
      case 6 -> joined(session, at, longLine(), at);
      case 7 -> joined(session, at, noise(), at);
      case 8 -> repeatedLine(session);
      default -> joined(session, at, any(PIECES), at);
    };
  }

  private byte[] flipped(byte[] session, int at) {
    byte[] result = session.clone();
    if (at < result.length) {
      result[at] ^= (byte) (1 << random.nextInt(8));
    }
    return result;
  }

  private byte[] spliced(byte[] session, int at) {
    byte[] other = any(others);
    int from = random.nextInt(other.length + 1);
    return joined(session, at, Arrays.copyOfRange(other, from, other.length), session.length);
  }

  private byte[] reordered(byte[] session) {
    List<String> lines = lines(session);
    if (lines.size() > 3) {
      Collections.shuffle(lines.subList(2, lines.size()), random);
    }
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] repeatedLine(byte[] session) {
    List<String> lines = lines(session);
    String line = lines.get(random.nextInt(lines.size()));
    for (int i = random.nextInt(20); i > 0; i--) {
      lines.add(random.nextInt(lines.size()), line);
    }
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> lines(byte[] session) {
    String text = new String(session, StandardCharsets.ISO_8859_1);
    return new ArrayList<>(List.of(text.split("\n", -1)));
  }

  private byte[] longLine() {
    byte[] line = new byte[4000 + random.nextInt(9000)];
    Arrays.fill(line, (byte) ('a' + random.nextInt(26)));
    return line;
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(30)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] any(List<byte[]> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// The head up to one place, something, and the tail from another place on.
  private static byte[] joined(byte[] session, int head, byte[] between, int tail) {
    var out = new ByteArrayOutputStream();
    out.write(session, 0, head);
    out.writeBytes(between);
    out.write(session, tail, session.length - tail);
    return out.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
