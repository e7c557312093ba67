package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.wire.FtpTime;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Sets times by MFMT, or by MDTM with a time in front of the path.
///
/// A server whose line for MDTM does not show that form may know it all the same, so that is tried
/// once.
final class RemoteTimes implements Capability.Timestamps {
  private static final int TOLD = 213;

  private final FtpConnection connection;
  private final Lookup lookup;
  private Optional<Boolean> tried = Optional.empty();

  RemoteTimes(FtpConnection connection, Lookup lookup) {
    this.connection = connection;
    this.lookup = lookup;
  }

  /// Whether the server sets times. It is asked when its features do not tell; while a transfer is
  /// open it cannot be.
  boolean areSet() {
    RemoteFeatures features = connection.features();
    if (features.timeVerb().isPresent()) {
      return true;
    }
    if (tried.isEmpty() && features.has(MdtmProbe.VERB)) {
      try {
        tried = Optional.of(MdtmProbe.setsTimes(connection::ask));
      } catch (IOException _) {
        return false; // The next command says what is wrong
      }
    }
    return tried.orElse(false);
  }

  /// Whole seconds: not every server reads a fraction.
  @Override
  public void modify(FilePath path, Instant modified) throws IOException {
    if (!FtpTime.isWritable(modified)) {
      throw new Refused(Refusal.UNSUPPORTED, "A time must lie in the years 0 to 9999.");
    }
    String verb = connection.features().timeVerb().orElse(MdtmProbe.VERB);
    Reply reply = connection.ask(verb, FtpTime.write(modified) + " " + path);
    FtpConnection.require(reply, () -> lookup.whyNot(path, Refusal.DENIED, Refusal.DENIED));
    if (verb.equals(MdtmProbe.VERB) && isTimeOfSomethingElse(reply, modified)) {
      throw new Refused(
          Refusal.UNSUPPORTED, "The server takes the time for a part of the name: " + reply);
    }
  }

  /// A file may bear time and path as its name.
  private static boolean isTimeOfSomethingElse(Reply reply, Instant modified) {
    return reply.code() == TOLD
        && FtpTime.read(reply.text().strip())
            .filter(told -> told.getEpochSecond() != modified.getEpochSecond())
            .isPresent();
  }
}
