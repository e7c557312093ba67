package dev.simpleftp.console.progress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// One event for programs: a JSON object on one line, in ASCII.
final class JsonLine {
  private static final JsonFactory JSON = PrintableJson.factory();

  private JsonLine() {}

  /// Writes what an event has beside its name.
  @FunctionalInterface
  interface Fields {
    void write(JsonGenerator object) throws IOException;
  }

  static String of(String event, Fields fields) {
    var text = new StringWriter();
    try (JsonGenerator object = JSON.createGenerator(text)) {
      object.writeStartObject();
      object.writeStringField("event", event);
      fields.write(object);
      object.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
