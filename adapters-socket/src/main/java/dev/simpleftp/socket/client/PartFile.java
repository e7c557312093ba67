package dev.simpleftp.socket.client;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;

/// An upload to a server that would spoil the old file on the way: it goes to `name.part` and is
/// renamed when it is complete.
///
/// @param part where the bytes are sent
/// @param target the name they are for
record PartFile(FtpConnection connection, FilePath part, FilePath target) implements Placement {

  static PartFile of(FtpConnection connection, FilePath target) {
    return new PartFile(connection, target.withName(target.name().part()), target);
  }

  @Override
  public boolean isLate() {
    return true;
  }

  @Override
  public void place() throws IOException {
    try {
      rename();
    } catch (Refused refused) {
      if (refused.refusal() != Refusal.ALREADY_EXISTS) {
        throw complete(refused);
      }
      // Some systems do not rename over a file: there the name is free for a moment.
      FtpConnection.require(connection.ask("DELE", target.toString()), () -> Refusal.DENIED);
      rename();
    }
  }

  @Override
  public void discard() throws IOException {
    if (connection.isOpen()) {
      CleanUp.calmly(() -> connection.ask("DELE", part.toString()));
    }
  }

  private void rename() throws IOException {
    Reply from = connection.ask("RNFR", part.toString());
    if (!from.isIntermediate()) {
      throw Refusals.read(from, Refusal.DENIED);
    }
    FtpConnection.require(connection.ask("RNTO", target.toString()), () -> Refusal.DENIED);
  }

  private Refused complete(Refused refused) {
    return new Refused(
        refused.refusal(),
        "The server does not rename '%s', which holds all bytes: %s"
            .formatted(part, refused.getMessage()));
  }
}
