package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.EditTree;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.session.Session;
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
    }
    events.treeChanged(session.identity(), edit);
  }
}
