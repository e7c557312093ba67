package dev.simpleftp.e2e.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Leads data connections over the relay: puts other ports into the replies to PASV and EPSV (RFC
/// 959, section 4.1.2, and RFC 2428, section 3). Behind the reply to AUTH nothing can be read any
/// more; from there on data connections go past the relay.
final class ReplyTranslation implements Pump.Translation {
  private final Doors doors;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean opaque;

  /// Opens ports for data connections.
  interface Doors {
    /// Opens one to this port of the server.
    int open(int port) throws IOException;
  }

  ReplyTranslation(Doors doors) {
    this.doors = doors;
  }

  @Override
  public byte[] of(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    for (byte octet : bytes) {
      line.write(octet);
      if (opaque || octet == '\n') {
        out.writeBytes(opaque ? line.toByteArray() : translated(line.toByteArray()));
        line.reset();
      }
    }
    return out.toByteArray();
  }

  private byte[] translated(byte[] reply) throws IOException {
    String text = new String(reply, StandardCharsets.ISO_8859_1);
    opaque = text.startsWith("234");
    String other =
        switch (text.substring(0, Math.min(4, text.length()))) {
          case "227 " -> passive(text);
          case "229 " -> extendedPassive(text);
          default -> text;
        };
    return other.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String passive(String text) throws IOException {
    int start = text.indexOf('(') + 1;
    int end = text.indexOf(')', start);
    String[] numbers = text.substring(start, end).split(",", -1);
    int port = 256 * Integer.parseInt(numbers[4]) + Integer.parseInt(numbers[5]);
    int door = doors.open(port);
    String place = "127,0,0,1," + door / 256 + "," + door % 256;
    return text.substring(0, start) + place + text.substring(end);
  }

  private String extendedPassive(String text) throws IOException {
    int start = text.indexOf("|||") + 3;
    int end = text.indexOf('|', start);
    int door = doors.open(Integer.parseInt(text.substring(start, end)));
    return text.substring(0, start) + door + text.substring(end);
  }
}
