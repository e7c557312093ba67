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
/// A server whose line for MDTM does not show that form may know it all the same. Others read time
/// and path as one name, so it is tried once, on a name that nothing bears: who answers to both
/// forms in the same words knows only one.
final class RemoteTimes implements Capability.Timestamps {
  private static final String READING = "MDTM";
  private static final String NOBODY = "/no-such-file-to-set-a-time-of";
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
    if (tried.isEmpty() && features.has(READING)) {
      try {
        tried = Optional.of(knowsForm());
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
    String verb = connection.features().timeVerb().orElse(READING);
    Reply reply = connection.ask(verb, FtpTime.write(modified) + " " + path);
    FtpConnection.require(reply, () -> lookup.whyNot(path, Refusal.DENIED, Refusal.DENIED));
    if (verb.equals(READING) && isTimeOfSomethingElse(reply, modified)) {
      throw new Refused(
          Refusal.UNSUPPORTED, "The server takes the time for a part of the name: " + reply);
    }
  }

  private boolean knowsForm() throws IOException {
    String time = FtpTime.write(Instant.EPOCH) + " ";
    Reply read = connection.ask(READING, NOBODY);
    Reply set = connection.ask(READING, time + NOBODY);
    boolean refused = set.code() / 100 == 5 && set.code() != 501;
    return refused && read.code() == set.code() && !words(set, time).equals(words(read, time));
  }

  /// The words without the name that they may repeat.
  private static String words(Reply reply, String time) {
    return reply.text().replace(time, "").replace(time.strip(), "").replace(NOBODY, "");
  }

  /// A file may bear time and path as its name.
  private static boolean isTimeOfSomethingElse(Reply reply, Instant modified) {
    return reply.code() == TOLD
        && FtpTime.read(reply.text().strip())
            .filter(told -> told.getEpochSecond() != modified.getEpochSecond())
            .isPresent();
  }
}
