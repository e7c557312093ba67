package dev.simpleftp.console.progress;

import dev.simpleftp.domain.FileEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The events for programs that are not about copies, each on a line of its own.
public final class JsonEvents {
  /// The names of all events, those of [JsonView] included.
  public static final List<String> NAMES =
      List.of(
          "plan",
          "total",
          "start",
          "progress",
          "retry",
          "warning",
          "verified",
          "end",
          "error",
          "entry",
          "usage");

  private JsonEvents() {}

  /// What a mirror would do.
  ///
  /// @param action `copy`, `mkdir`, `rm` or `rmdir`
  public static String plan(String action, String path) {
    return JsonLine.of(
        "plan",
        o -> {
          o.writeStringField("action", action);
          o.writeStringField("file", path);
        });
  }

  /// Something that stands there.
  ///
  /// @param name or path, as the user would say it
  public static String entry(String name, FileEntry entry) {
    return JsonLine.of(
        "entry",
        o -> {
          o.writeStringField("name", name);
          o.writeStringField("type", entry.kind().name().toLowerCase(Locale.ROOT));
          if (entry.isFile() && entry.sizeKnown()) {
            o.writeNumberField("size", entry.size());
          }
          if (!entry.modified().equals(Instant.EPOCH)) {
            o.writeStringField("modified", entry.modified().toString());
          }
        });
  }

  /// How much a directory holds.
  public static String usage(String name, long octets) {
    return JsonLine.of(
        "usage",
        o -> {
          o.writeStringField("name", name);
          o.writeNumberField("bytes", octets);
        });
  }

  /// The call has failed; the last line there is.
  ///
  /// @param kind in a word or two
  /// @param exit the exit code of the process
  public static String error(String kind, int exit, String sentence) {
    return JsonLine.of(
        "error",
        o -> {
          o.writeStringField("kind", kind);
          o.writeNumberField("exit", exit);
          o.writeStringField("message", sentence);
        });
  }
}
