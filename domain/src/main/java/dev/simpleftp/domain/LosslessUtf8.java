package dev.simpleftp.domain;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// UTF-8 that keeps the bytes it cannot read.
///
/// File names are bytes; most, but not all, are UTF-8 (RFC 2640). A byte that is not valid UTF-8
/// becomes one lone surrogate `U+DC80..U+DCFF` and turns back into the same byte, so every name
/// that arrives can be stored, listed and asked for again.
public final class LosslessUtf8 {
  private static final int ESCAPE = 0xDC00;

  private LosslessUtf8() {}

  /// The text of these bytes; never fails and never loses one.
  public static String decode(byte[] bytes, int offset, int length) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    CharBuffer out = CharBuffer.allocate(length);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (ESCAPE | (in.get() & 0xFF)));
      }
      result = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }

  /// The text of these bytes; never fails and never loses one.
  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /// The bytes of this text: the inverse of [#decode(byte[])].
  ///
  /// @throws IllegalArgumentException when the text holds a lone surrogate that no byte stands for
  public static byte[] encode(String text) {
    try {
      return encodeStrictly(text);
    } catch (CharacterCodingException _) {
      return encodeEscapes(text);
    }
  }

  /// How many bytes [#encode] makes of this text.
  public static int length(String text) {
    return isAscii(text) ? text.length() : encode(text).length;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static byte[] encodeStrictly(CharSequence text) throws CharacterCodingException {
    ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    byte[] result = new byte[bytes.remaining()];
    bytes.get(result);
    return result;
  }

  private static byte[] encodeEscapes(String text) {
    ByteBuffer out = ByteBuffer.allocate(3 * text.length());
    int from = 0;
    try {
      for (int i = 0; i < text.length(); i++) {
        if (isEscape(text, i)) {
          out.put(encodeStrictly(text.subSequence(from, i)));
          out.put((byte) text.charAt(i));
          from = i + 1;
        }
      }
      out.put(encodeStrictly(text.subSequence(from, text.length())));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("The text holds half of a surrogate pair.", e);
    }
    byte[] result = new byte[out.position()];
    out.get(0, result);
    return result;
  }

  /// A low surrogate behind its high half is an ordinary character, not an escaped byte.
  private static boolean isEscape(String text, int i) {
    char c = text.charAt(i);
    boolean alone = i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    return alone && c >= (ESCAPE | 0x80) && c <= (ESCAPE | 0xFF);
  }
}
