package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;

/// Lists a directory, and whatever is none as a list of one.
public final class ListFilesService implements ListFiles {
  private final SessionEvents events;

  public ListFilesService(SessionEvents events) {
    this.events = events;
  }

  @Override
  public long list(Session session, FilePath path, Reader reader) throws IOException {
    long entries;
    try (Listing listing = session.store().list(path)) {
      reader.begin(FileKind.DIRECTORY);
      entries = listing.forEach(reader::entry);
    } catch (Refused refused) {
      if (refused.refusal() != Refusal.NOT_A_DIRECTORY) {
        throw refused;
      }
      entries = listAlone(session, path, reader);
    }
    events.listed(session.identity(), path, entries);
    return entries;
  }

  private static long listAlone(Session session, FilePath path, Reader reader) throws IOException {
    FileEntry entry = session.store().describe(path);
    reader.begin(entry.kind());
    reader.entry(entry);
    return 1;
  }
}
