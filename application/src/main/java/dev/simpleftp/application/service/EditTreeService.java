package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.EditTree;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TreeEdit;
import java.io.IOException;

/// Changes the tree and tells what changed.
public final class EditTreeService implements EditTree {
  private final SessionEvents events;

  public EditTreeService(SessionEvents events) {
    this.events = events;
  }

  @Override
  public void apply(Session session, TreeEdit edit) throws IOException {
    FileStore store = session.store();
    switch (edit) {
      case TreeEdit.MakeDirectory(var path) -> store.makeDirectory(path);
      case TreeEdit.RemoveFile(var path) -> store.removeFile(path);
      case TreeEdit.RemoveDirectory(var path) -> store.removeDirectory(path);
      case TreeEdit.Rename(var from, var to) -> store.rename(from, to);
      case TreeEdit.Modify(var path, var modified) ->
          ability(store, Capability.Timestamps.class).modify(path, modified);
      case TreeEdit.ChangeMode(var path, var mode) -> changeMode(store, path, mode);
    }
    events.treeChanged(session.identity(), edit);
  }

  /// Nobody shuts out everybody: the root keeps its permissions.
  private static void changeMode(FileStore store, FilePath path, int mode) throws IOException {
    if (path.isRoot()) {
      throw new Refused(Refusal.DENIED);
    }
    ability(store, Capability.Permissions.class).change(path, mode);
  }

  private static <T extends Capability> T ability(FileStore store, Class<T> type) throws Refused {
    return store.capability(type).orElseThrow(() -> new Refused(Refusal.UNSUPPORTED));
  }
}
