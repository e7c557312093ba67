package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import java.time.InstantSource;

/// Builds the core by hand; a container may do the same piece by piece.
public final class Services {
  private static final int CACHED_DIGESTS = 10_000;

  private Services() {}

  /// Every use case over these stores.
  public static UseCases over(FileStores stores, SessionEvents events) {
    var digests = new DigestFileService(InstantSource.system(), CACHED_DIGESTS);
    var editTree = new EditTreeService(events);
    return new UseCases(
        new OpenSessionService(stores, events),
        new CloseSessionService(events),
        new GetFileService(events),
        new PutFileService(events),
        new ListFilesService(events),
        new DescribeFileService(),
        new ChangeDirectoryService(),
        (session, edit) -> {
          digests.before(edit);
          editTree.apply(session, edit);
        },
        digests);
  }
}
