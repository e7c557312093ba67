package dev.simpleftp.console.command;

import dev.simpleftp.domain.LosslessUtf8;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// The `%41` of a URL (RFC 3986 section 2.1).
final class PercentText {
  private static final String UNRESERVED = "-._~/";

  private PercentText() {}

  /// Takes every escape for the byte it stands for.
  ///
  /// @throws BadCommand half an escape
  static String decoded(String text) throws BadCommand {
    byte[] raw = LosslessUtf8.encode(text);
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        bytes.write(octet(raw, i));
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return LosslessUtf8.decode(bytes.toByteArray());
  }

  /// The text with every byte escaped that is not a letter, a digit or one of `-._~/`.
  static String encoded(String text) {
    var result = new StringBuilder();
    for (byte octet : LosslessUtf8.encode(text)) {
      char c = (char) (octet & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      result.append(plain ? String.valueOf(c) : "%%%02X".formatted(octet & 0xFF));
    }
    return result.toString();
  }

  private static int octet(byte[] raw, int at) throws BadCommand {
    boolean good =
        at + 2 < raw.length
            && HexFormat.isHexDigit(raw[at + 1])
            && HexFormat.isHexDigit(raw[at + 2]);
    if (!good) {
      throw new BadCommand(
          "A % in an address must be followed by two hexadecimal digits: %25 is a %.");
    }
    return HexFormat.fromHexDigit(raw[at + 1]) * 16 + HexFormat.fromHexDigit(raw[at + 2]);
  }
}
