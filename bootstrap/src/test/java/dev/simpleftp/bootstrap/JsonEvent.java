package dev.simpleftp.bootstrap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A line of JSON as a program reads it.
///
/// @param fields the values as text
public record JsonEvent(Map<String, String> fields) {
  /// Reads a line.
  ///
  /// @throws IOException it is not one flat object
  public static JsonEvent read(String line) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(line)) {
      require(parser.nextToken() == JsonToken.START_OBJECT, line);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        require(parser.nextToken().isScalarValue(), line);
        fields.put(name, parser.getText());
      }
      require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null, line);
    }
    return new JsonEvent(fields);
  }

  public String name() {
    return field("event").orElse("");
  }

  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  private static void require(boolean good, String line) throws IOException {
    if (!good) {
      throw new IOException("no event: " + line);
    }
  }
}
