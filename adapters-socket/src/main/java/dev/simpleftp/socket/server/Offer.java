package dev.simpleftp.socket.server;

import dev.simpleftp.socket.wire.InflationLimit;
import dev.simpleftp.socket.wire.Verb;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What of the protocol this server carries out. FEAT, HELP and OPTS tell no more than this.
///
/// @param withheld verbs that get 502 although the table has them
/// @param compression how far MODE Z may swell; without it there is no MODE Z
public record Offer(Set<Verb> withheld, Optional<InflationLimit> compression) {
  private static final Set<Verb> ALWAYS =
      EnumSet.of(
          Verb.USER, Verb.PASS, Verb.QUIT, Verb.ABOR, Verb.FEAT, Verb.STAT, Verb.HELP, Verb.NOOP);

  /// Every verb, but no MODE Z: it costs time, and saves it on slow lines only.
  public static final Offer DEFAULT = new Offer(Set.of(), Optional.empty());

  public Offer {
    withheld = Set.copyOf(withheld);
    if (withheld.stream().anyMatch(ALWAYS::contains)) {
      throw new IllegalArgumentException(
          "These verbs are always carried out: %s.".formatted(ALWAYS));
    }
  }

  /// The same without these.
  Offer without(Set<Verb> verbs) {
    EnumSet<Verb> all = EnumSet.copyOf(verbs);
    all.addAll(withheld);
    return new Offer(all, compression);
  }

  boolean carriesOut(Verb verb) {
    return !withheld.contains(verb);
  }

  /// In the order of the table.
  Stream<Verb> verbs() {
    return Stream.of(Verb.values()).filter(this::carriesOut);
  }
}
