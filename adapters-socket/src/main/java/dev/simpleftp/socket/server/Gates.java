package dev.simpleftp.socket.server;

import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.CommandCodec;
import dev.simpleftp.socket.wire.CommandRejected;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import dev.simpleftp.socket.wire.Verb;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What every line must pass, in this order: length → syntax → known → carried out here → under TLS
/// → logged in.
final class Gates {
  private static final Set<Verb> SECRETS = EnumSet.of(Verb.USER, Verb.PASS, Verb.ACCT);

  private Gates() {}

  /// The command of this line.
  ///
  /// @param offer what is carried out here
  /// @param tlsMissing whether TLS is required and has not begun
  /// @throws CommandRejected with the reply of the first gate that is shut
  static Command pass(Line line, Offer offer, boolean tlsMissing, boolean loggedIn)
      throws CommandRejected {
    if (line.tooLong()) {
      throw new CommandRejected(500, "The command line is too long.");
    }
    Command command = CommandCodec.parse(line.text(), offer.withheld());
    Optional<Verb> verb = CommandCodec.peek(line.text());
    if (tlsMissing && verb.filter(SECRETS::contains).isPresent()) {
      throw new CommandRejected(530, "TLS is required here; begin it with AUTH TLS first.");
    }
    if (!loggedIn && verb.map(Verb::needsLogin).orElse(true)) {
      throw new CommandRejected(530, "Log in first with USER and PASS.");
    }
    return command;
  }
}
