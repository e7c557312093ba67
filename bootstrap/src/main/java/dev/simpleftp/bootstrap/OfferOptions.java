package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.socket.server.Offer;
import dev.simpleftp.socket.wire.InflationLimit;
import dev.simpleftp.socket.wire.Verb;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.Options;

/// What of the protocol is carried out.
record OfferOptions(Offer offer) {
  static final OfferOptions DEFAULT = new OfferOptions(Offer.DEFAULT);

  static void add(Options options) {
    options
        .addOption(flag("mode-z", "offer compressed transfers (MODE Z); good on slow lines"))
        .addOption(
            value("without-verbs", "VERBS", "answer 502 to these FTP commands, such as SITE,RMD"));
  }

  static OfferOptions read(Arguments arguments) throws UsageError {
    Optional<InflationLimit> compression =
        arguments.has("mode-z") ? Optional.of(InflationLimit.DEFAULT) : Optional.empty();
    return new OfferOptions(
        arguments
            .read(
                "without-verbs",
                text -> offer(text, compression),
                "give FTP commands such as DELE,RMD; those of the login and of every session"
                    + " cannot be left out")
            .orElse(new Offer(Set.of(), compression)));
  }

  private static Optional<Offer> offer(String text, Optional<InflationLimit> compression) {
    Set<Verb> withheld = EnumSet.noneOf(Verb.class);
    for (String name : text.split(",", -1)) {
      Optional<Verb> verb = Verb.of(name.strip());
      if (verb.isEmpty()) {
        return Optional.empty();
      }
      withheld.add(verb.get());
    }
    try {
      return Optional.of(new Offer(withheld, compression));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
