package dev.simpleftp.filesystem.log;

import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One transfer in the form of xferlog(5), with the number of the session as a last field.
///
/// The fields are separated by blanks, so whatever could be taken for one, or for the end of the
/// line, becomes `_`.
///
/// @param ended when the transfer was over
/// @param number of the session
record XferlogLine(ZonedDateTime ended, long number, Identity session, TransferReport report) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);

  @Override
  public String toString() {
    boolean guest = new Login(session.user(), Secret.of("")).isAnonymous();
    return String.join(
        " ",
        TIME.format(ended),
        Long.toString(Math.max(1, report.elapsed().toSeconds())),
        session.peer().host(),
        Long.toString(report.bytes()),
        word(report.path().toString()),
        "b _",
        report.kind() == TransferKind.GET ? "o" : "i",
        guest ? "a" : "r",
        word(session.user()),
        "ftp 0 *",
        report.complete() ? "c" : "i",
        Long.toString(number));
  }

  private static String word(String text) {
    var result = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) ? '_' : c)
        .forEach(result::appendCodePoint);
    return result.isEmpty() ? "_" : result.toString();
  }

  /// The line with its end, a name that is no UTF-8 in its own bytes.
  byte[] bytes() {
    return LosslessUtf8.encode(this + "\n");
  }
}
