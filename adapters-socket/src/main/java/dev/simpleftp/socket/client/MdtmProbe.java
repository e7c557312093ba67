package dev.simpleftp.socket.client;

import dev.simpleftp.socket.wire.FtpTime;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.time.Instant;

/// Finds out whether a server sets times by MDTM with a time in front of the path, when its line
/// for MDTM does not show that form.
///
/// Others read time and path as one name, so it is tried on a name that nothing bears: who answers
/// to both forms in the same words knows only one. Nothing is changed on the server.
final class MdtmProbe {
  static final String VERB = "MDTM";
  private static final String NOBODY = "/no-such-file-to-set-a-time-of";

  private MdtmProbe() {}

  static boolean setsTimes(Question question) throws IOException {
    String time = FtpTime.write(Instant.EPOCH) + " ";
    Reply read = question.ask(VERB, NOBODY);
    Reply set = question.ask(VERB, time + NOBODY);
    boolean refused = set.code() / 100 == 5 && set.code() != 501;
    return refused && read.code() == set.code() && !words(set, time).equals(words(read, time));
  }

  /// The words without the name that they may repeat.
  private static String words(Reply reply, String time) {
    return reply.text().replace(time, "").replace(time.strip(), "").replace(NOBODY, "");
  }

  /// A command and its reply.
  @FunctionalInterface
  interface Question {
    Reply ask(String verb, String argument) throws IOException;
  }
}
