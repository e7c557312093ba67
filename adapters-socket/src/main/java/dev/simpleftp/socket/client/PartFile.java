package dev.simpleftp.socket.client;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
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
  private static final int FAILED = 451;

  /// What stood there when the upload began.
  ///
  /// @param offset octets of the part that are continued
  /// @param old whether there was an old file
  /// @param mode of the old file; `0644` also when nobody knows
  record Before(long offset, boolean old, int mode) {}

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
    } else if (before.old) {
      requireNoLess(before.offset + sent);
    }
    if (before.mode != USUAL_MODE) {
      // Not every server can, and the content matters more
      connection.ask("SITE", "CHMOD %03o %s".formatted(before.mode, part));
    }
    Reply refused = rename();
    if (!refused.isCompletion() && isOldFileInTheWay(refused)) {
      refused = renameToFreeName(sent);
    }
    if (!refused.isCompletion()) {
      throw kept(refused);
    }
  }

  /// Some systems do not rename over a file: there the name is free for a moment.
  private Reply renameToFreeName(long sent) throws IOException {
    requireSize(before.offset + sent);
    Reply removed = connection.ask("DELE", target.toString());
    return removed.isCompletion() ? rename() : removed;
  }

  /// Servers say it in many words, if in any; what stands there decides. A file that has come
  /// meanwhile is somebody else's.
  private boolean isOldFileInTheWay(Reply refused) throws IOException {
    boolean unclear = Refusals.isUnclear(refused) || Refusals.isDoubtfullyBusy(refused);
    boolean told =
        Refusals.read(refused, Refusal.DENIED) instanceof Refused clear
            && clear.refusal() == Refusal.ALREADY_EXISTS;
    return before.old
        && (unclear || told || refused.code() == FAILED)
        && lookup().kind(target).filter(kind -> kind == FileKind.FILE).isPresent();
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
    FileEntry there = lookup().find(part);
    if (there.sizeKnown() && there.size() != expected) {
      throw new StoreFailure(
          "'%s' has %d octets and should have %d: the server did not keep it all; upload it anew."
              .formatted(part, there.size(), expected));
    }
  }

  /// A line that ends in order ends the file, wherever it was (RFC 959, section 3.4.1). The old
  /// file must not go for that, as far as the server tells the size.
  private void requireNoLess(long expected) throws IOException {
    try {
      requireSize(expected);
    } catch (Refused _) {
      // It does not tell.
    }
  }

  private Lookup lookup() {
    return new Lookup(connection, InstantSource.system());
  }

  private Reply rename() throws IOException {
    Reply from = connection.ask("RNFR", part.toString());
    return from.isIntermediate() ? connection.ask("RNTO", target.toString()) : from;
  }

  private IOException kept(Reply reply) throws IOException {
    IOException failure =
        FtpConnection.refusal(
            reply, () -> lookup().whyNotMade(target, Refusal.NOT_A_FILE, Refusal.DENIED));
    String sentence =
        "The server does not rename '%s', which holds all bytes: %s"
            .formatted(part, failure.getMessage());
    return switch (failure) {
      case Refused refused -> new Refused(refused.refusal(), sentence);
      case StoreFailure broken -> new StoreFailure(sentence, broken);
      default -> failure;
    };
  }
}
