package dev.simpleftp.socket.client;

import dev.simpleftp.socket.wire.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the server says of itself in its reply to FEAT (RFC 2389 §3.2).
///
/// @param lines one feature each, stripped, in upper case
record RemoteFeatures(List<String> lines) {
  /// The feature by which a server tells that an upload shows only when it is complete.
  private static final String ATOMIC = "ATOMIC STOR";

  /// A server that refuses FEAT has none.
  static RemoteFeatures of(Reply reply) {
    return new RemoteFeatures(
        reply.code() == 211
            ? reply.lines().stream().map(line -> line.strip().toUpperCase(Locale.ROOT)).toList()
            : List.of());
  }

  /// Whether machine-readable listings are there; MLSD has no line of its own (RFC 3659 §7.8).
  boolean mlst() {
    return has("MLST") || has("MLSD");
  }

  boolean utf8() {
    return has("UTF8");
  }

  /// Whether the server itself keeps the old file whole until the new one is complete.
  boolean atomicUploads() {
    return has(ATOMIC);
  }

  /// The verb that sets times. MDTM does so only where its line shows the form.
  Optional<String> timeVerb() {
    if (has("MFMT")) {
      return Optional.of("MFMT");
    }
    return lines.stream().anyMatch(line -> line.startsWith("MDTM YYYYMMDDHHMMSS"))
        ? Optional.of("MDTM")
        : Optional.empty();
  }

  /// Whether the server tells how much room is left.
  boolean room() {
    return has("AVBL");
  }

  private boolean has(String feature) {
    return lines.stream().anyMatch(l -> l.equals(feature) || l.startsWith(feature + " "));
  }
}
