package dev.simpleftp.console.progress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import org.jspecify.annotations.Nullable;

/// JSON of printable ASCII alone, so that nothing from the network can look like something else,
/// whoever shows it.
public final class PrintableJson {
  private PrintableJson() {}

  /// Writes such JSON.
  public static JsonFactory factory() {
    return new JsonFactoryBuilder()
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .characterEscapes(new WithDelete())
        .build();
  }

  /// DEL is ASCII and no control character of JSON (RFC 8259 section 7), but one of terminals.
  private static final class WithDelete extends CharacterEscapes {
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] escapes = standardAsciiEscapesForJSON();
      escapes[DELETE] = ESCAPE_STANDARD;
      return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return null;
    }
  }
}
