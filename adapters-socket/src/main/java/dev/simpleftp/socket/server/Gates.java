package dev.simpleftp.socket.server;

import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.CommandCodec;
import dev.simpleftp.socket.wire.CommandRejected;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import dev.simpleftp.socket.wire.Verb;
import java.util.Optional;

/// What every line must pass, in this order: length → syntax → known → carried out here → logged
/// in.
final class Gates {
  private Gates() {}

  /// The command of this line.
  ///
  /// @param offer what is carried out here
  /// @throws CommandRejected with the reply of the first gate that is shut
  static Command pass(Line line, Offer offer, boolean loggedIn) throws CommandRejected {
    if (line.tooLong()) {
      throw new CommandRejected(500, "The command line is too long.");
    }
    Command command = CommandCodec.parse(line.text(), offer.withheld());
    Optional<Verb> verb = CommandCodec.peek(line.text());
    if (!loggedIn && verb.map(Verb::needsLogin).orElse(true)) {
      throw new CommandRejected(530, "Log in first with USER and PASS.");
    }
    return command;
  }
}
