package dev.simpleftp.socket.client;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.time.InstantSource;

/// An upload to a server that would spoil the old file on the way: it goes to `name.part` and is
/// renamed when it is complete. What was not completed stays there, so that it can be continued.
///
/// @param connection that the upload takes
/// @param part where the bytes are sent
/// @param target the name they are for
/// @param before what was there
record PartFile(FtpConnection connection, FilePath part, FilePath target, Before before)
    implements Placement {
  static final int USUAL_MODE = 0644;

  /// What stood there when the upload began.
  ///
  /// @param offset octets of the part that are continued
  /// @param mode of the old file; `0644` also when nobody knows
  record Before(long offset, int mode) {}

  /// @throws Refused NOT_A_FILE for the root, which has no name
  static FilePath placeOf(FilePath target) throws Refused {
    if (target.isRoot()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    return target.withName(target.name().part());
  }

  @Override
  public boolean isLate() {
    return true;
  }

  @Override
  public void place(long sent) throws IOException {
    if (before.offset > 0 && sent > 0) {
      requireSize(before.offset + sent);
    }
    if (before.mode != USUAL_MODE) {
      // Not every server can, and the content matters more
      connection.ask("SITE", "CHMOD %03o %s".formatted(before.mode, part));
    }
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

  /// Keeps it, unless there is nothing to keep.
  @Override
  public void giveUp(long sent) throws IOException {
    if (before.offset + sent == 0 && connection.isOpen()) {
      CleanUp.calmly(() -> connection.ask("DELE", part.toString()));
    }
  }

  /// Some servers agree to an offset and then begin at 0 all the same.
  private void requireSize(long expected) throws IOException {
    long there = new Lookup(connection, InstantSource.system()).find(part).entry().size();
    if (there != expected) {
      throw new StoreFailure(
          "'%s' has %d octets and should have %d: the server did not continue it; upload it anew."
              .formatted(part, there, expected));
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
