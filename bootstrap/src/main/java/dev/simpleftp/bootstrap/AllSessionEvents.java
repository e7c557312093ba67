package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.TreeEdit;
import java.util.List;

/// Tells each event to several listeners, in their order.
record AllSessionEvents(List<SessionEvents> listeners) implements SessionEvents {
  @Override
  public void opened(Identity session) {
    listeners.forEach(l -> l.opened(session));
  }

  @Override
  public void loginRefused(String user, Peer peer, Refused cause) {
    listeners.forEach(l -> l.loginRefused(user, peer, cause));
  }

  @Override
  public void transferStarted(Identity session, TransferReport begun) {
    listeners.forEach(l -> l.transferStarted(session, begun));
  }

  @Override
  public void transferEnded(Identity session, TransferReport report) {
    listeners.forEach(l -> l.transferEnded(session, report));
  }

  @Override
  public void listed(Identity session, FilePath path, long entries) {
    listeners.forEach(l -> l.listed(session, path, entries));
  }

  @Override
  public void treeChanged(Identity session, TreeEdit edit) {
    listeners.forEach(l -> l.treeChanged(session, edit));
  }

  @Override
  public void closed(Identity session) {
    listeners.forEach(l -> l.closed(session));
  }
}
