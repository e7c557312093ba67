package dev.simpleftp.socket.client;

import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.socket.wire.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the server says of itself in its reply to FEAT (RFC 2389 §3.2).
///
/// @param lines one feature each, stripped, in upper case, between a first and a last of other
///   words
/// @param mlst whether single entries are described machine-readably
/// @param mlsd whether directories are; it has no line of its own (RFC 3659 §7.8)
/// @param hidden whether LIST shows names with a dot in front; FEAT does not tell
record RemoteFeatures(List<String> lines, boolean mlst, boolean mlsd, Hidden hidden) {
  /// The feature by which a server tells that an upload shows only when it is complete.
  private static final String ATOMIC = "ATOMIC STOR";

  private static final String HASH = "HASH ";

  /// A server that refuses FEAT has none.
  static RemoteFeatures of(Reply reply) {
    List<String> said = reply.code() == 211 ? reply.lines() : List.of();
    List<String> lines = said.stream().map(line -> line.strip().toUpperCase(Locale.ROOT)).toList();
    boolean facts = lines.stream().anyMatch(line -> isFor("MLST", line) || isFor("MLSD", line));
    return new RemoteFeatures(lines, facts, facts, Hidden.UNKNOWN);
  }

  RemoteFeatures withoutMlst() {
    return new RemoteFeatures(lines, false, mlsd, hidden);
  }

  RemoteFeatures withoutMlsd() {
    return new RemoteFeatures(lines, mlst, false, hidden);
  }

  RemoteFeatures withHidden(Hidden found) {
    return new RemoteFeatures(lines, mlst, mlsd, found);
  }

  /// The features alone.
  List<String> names() {
    return lines.size() < 3 ? List.of() : lines.subList(1, lines.size() - 1);
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

  /// Whether the next transfer or digest can be of a part of a file (draft-bryan-ftp-range).
  boolean ranges() {
    return has("RANG");
  }

  /// What HASH computes (draft-bryan-ftpext-hash §3.1).
  List<DigestAlgorithm> hashes() {
    return hashNames().flatMap(name -> algorithm(name).stream()).toList();
  }

  /// What HASH computes when nothing was chosen: the one with the star.
  Optional<DigestAlgorithm> usualHash() {
    return hashNames()
        .filter(name -> name.endsWith("*"))
        .findFirst()
        .flatMap(RemoteFeatures::algorithm);
  }

  boolean has(String feature) {
    return lines.stream().anyMatch(line -> isFor(feature, line));
  }

  private Stream<String> hashNames() {
    return lines.stream()
        .filter(line -> line.startsWith(HASH))
        .flatMap(line -> Stream.of(line.substring(HASH.length()).split(";")))
        .map(String::strip);
  }

  private static Optional<DigestAlgorithm> algorithm(String name) {
    return DigestAlgorithm.of(name.endsWith("*") ? name.substring(0, name.length() - 1) : name);
  }

  /// What `LIST -a` does.
  enum Hidden {
    UNKNOWN,
    SHOWN,
    /// `-a` is refused or taken for a name.
    NOT_SHOWN
  }

  private static boolean isFor(String feature, String line) {
    return line.equals(feature) || line.startsWith(feature + " ");
  }
}
