package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Glob;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;

/// Lists a directory, whatever is none as a list of one, and what fits a pattern.
public final class ListFilesService implements ListFiles {
  private final SessionEvents events;

  public ListFilesService(SessionEvents events) {
    this.events = events;
  }

  @Override
  public long list(Session session, FilePath path, Reader reader) throws IOException {
    return tell(session, path, listAny(session, path, reader));
  }

  @Override
  public long match(Session session, FilePath pattern, Reader reader) throws IOException {
    boolean literal = !Glob.isPattern(pattern.name().text()) || stands(session, pattern);
    return literal
        ? list(session, pattern, reader)
        : tell(session, pattern, listMatches(session, pattern, reader));
  }

  private long tell(Session session, FilePath path, long entries) {
    events.listed(session.identity(), path, entries);
    return entries;
  }

  private static boolean stands(Session session, FilePath path) throws IOException {
    try {
      session.store().describe(path);
      return true;
    } catch (Refused refused) {
      if (refused.refusal() != Refusal.NOT_FOUND) {
        throw refused;
      }
      return false;
    }
  }

  private static long listAny(Session session, FilePath path, Reader reader) throws IOException {
    try (Listing listing = session.store().list(path)) {
      reader.begin(Subject.DIRECTORY);
      long entries = listing.forEach(reader::entry);
      tellUnread(listing, reader);
      return entries;
    } catch (Refused refused) {
      if (refused.refusal() != Refusal.NOT_A_DIRECTORY) {
        throw refused;
      }
      return listAlone(session, path, reader);
    }
  }

  private static void tellUnread(Listing listing, Reader reader) throws IOException {
    if (listing.unread() > 0) {
      reader.unread(listing.unread());
    }
  }

  private static long listAlone(Session session, FilePath path, Reader reader) throws IOException {
    FileEntry entry = session.store().describe(path);
    reader.begin(Subject.ENTRY);
    reader.entry(entry);
    return 1;
  }

  private static long listMatches(Session session, FilePath pattern, Reader reader)
      throws IOException {
    var matches = new Matches(pattern.name().text(), reader);
    try (Listing listing = session.store().list(pattern.parent())) {
      listing.forEach(matches);
      if (matches.count == 0) {
        throw new Refused(Refusal.NOT_FOUND);
      }
      tellUnread(listing, reader);
    }
    return matches.count;
  }

  /// Hands on what fits, and begins with the first of it.
  private static final class Matches implements Listing.Visitor {
    private final Glob glob;
    private final Reader reader;
    private long count;

    Matches(String pattern, Reader reader) {
      this.glob = new Glob(pattern);
      this.reader = reader;
    }

    @Override
    public void visit(FileEntry entry) throws IOException {
      String name = entry.name().text();
      boolean hidden = name.startsWith(".") && !glob.pattern().startsWith(".");
      if (hidden || !glob.matches(name)) {
        return;
      }
      if (count == 0) {
        reader.begin(Subject.MATCHES);
      }
      count++;
      reader.entry(entry);
    }
  }
}
