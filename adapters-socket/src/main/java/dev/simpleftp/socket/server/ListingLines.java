package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.ListFiles.Subject;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.wire.ListFormat;
import dev.simpleftp.socket.wire.MlsxFacts;
import dev.simpleftp.socket.wire.UnixListing;
import java.time.Instant;

/// Turns the entries of one listing into lines of the form that was asked for.
final class ListingLines {
  private final Session session;
  private final ListFormat format;
  private final String given;
  private final UnixListing unix = new UnixListing(Instant.now());
  private final MlsxFacts facts;
  private FilePath directory;
  private String prefix = "";

  /// @param given the path as it was sent
  /// @throws Refused BAD_NAME
  ListingLines(Conversation conversation, ListFormat format, String given) throws Refused {
    this.session = conversation.session();
    this.format = format;
    this.given = given;
    this.facts = conversation.facts();
    this.directory = session.resolve(given);
  }

  /// MLSD is for directories alone (RFC 3659 §7.2); the others list a single file too.
  ///
  /// @throws Refused NOT_A_DIRECTORY
  void begin(Subject subject) throws Refused {
    if (subject == Subject.DIRECTORY) {
      prefix = asDirectory(given);
      return;
    }
    if (format == ListFormat.FACTS) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    directory = directory.parent();
    prefix = directoryOf(given);
  }

  /// Appends one line without its end.
  void append(StringBuilder out, FileEntry entry) {
    String name = entry.name().text();
    switch (format) {
      case UNIX -> unix.append(out, entry);
      case NAMES -> out.append(prefix).append(name);
      case FACTS -> facts.append(out, entry, name, session.grants().on(inside(entry)));
    }
  }

  private FilePath inside(FileEntry entry) {
    return directory.child(entry.name());
  }

  /// Programs hand the names of NLST back as they are (RFC 959 §4.1.3), so each begins with the
  /// directory it was asked for by.
  private static String asDirectory(String given) {
    if (given.isEmpty() || given.equals(".")) {
      return "";
    }
    return given.endsWith("/") ? given : given + "/";
  }

  private static String directoryOf(String given) {
    int end = given.length();
    while (end > 0 && given.charAt(end - 1) == '/') {
      end--;
    }
    return given.substring(0, given.lastIndexOf('/', end - 1) + 1);
  }
}
