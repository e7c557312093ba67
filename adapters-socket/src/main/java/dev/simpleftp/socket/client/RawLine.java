package dev.simpleftp.socket.client;

import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Sends a line that somebody wrote himself. Whatever would change what this end believes of the
/// session is refused: who is logged in, how data travels, what comes next.
final class RawLine {
  private static final Set<String> LOGINS = Set.of("USER", "PASS", "ACCT", "REIN", "QUIT");
  private static final Set<String> DATA =
      Set.of(
          "PORT", "EPRT", "LPRT", "PASV", "EPSV", "LPSV", "SPSV", "CPSV", "RETR", "STOR", "STOU",
          "APPE", "LIST", "NLST", "MLSD", "REST", "RANG", "ABOR", "THMB");
  private static final Set<String> WAYS =
      Set.of("TYPE", "MODE", "STRU", "AUTH", "ADAT", "PROT", "PBSZ", "CCC", "MIC", "CONF", "ENC");
  private static final Set<String> OPTIONS = Set.of("UTF8", "UTF-8", "MLST", "MODE");

  private final FtpConnection connection;

  RawLine(FtpConnection connection) {
    this.connection = connection;
  }

  /// The reply, its code before the first and the last line as on the wire.
  List<String> send(String line) throws IOException {
    String words = line.strip();
    int blank = words.indexOf(' ');
    String verb = blank < 0 ? words : words.substring(0, blank);
    String argument = blank < 0 ? "" : words.substring(blank + 1);
    requireVerb(verb);
    requireHarmless(verb.toUpperCase(Locale.ROOT), argument);
    return lines(connection.askToTheEnd(verb, argument));
  }

  private static void requireVerb(String verb) throws Refused {
    boolean letters = verb.chars().allMatch(c -> c > ' ' && c < 0x7F);
    if (verb.isEmpty() || !letters) {
      throw new Refused(Refusal.BAD_NAME, "A command of the protocol begins with a word in ASCII");
    }
  }

  private static void requireHarmless(String verb, String argument) throws Refused {
    String option = argument.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    if (LOGINS.contains(verb)) {
      throw refused(verb, "begins or ends a login; 'user' and 'close' do that");
    }
    if (DATA.contains(verb)) {
      throw refused(verb, "belongs to a data connection; 'get', 'put' and 'ls' make one");
    }
    if (WAYS.contains(verb) || (verb.equals("OPTS") && OPTIONS.contains(option))) {
      throw refused(
          verb, "changes how data travels, and the session would no longer be understood");
    }
  }

  private static Refused refused(String verb, String why) {
    return new Refused(Refusal.UNSUPPORTED, verb + " is not sent as it is: it " + why);
  }

  private static List<String> lines(Reply reply) {
    List<String> lines = new ArrayList<>(reply.lines());
    boolean many = lines.size() > 1;
    lines.set(0, reply.code() + (many ? "-" : " ") + lines.getFirst());
    if (many) {
      lines.set(lines.size() - 1, reply.code() + " " + lines.getLast());
    }
    return lines;
  }
}
