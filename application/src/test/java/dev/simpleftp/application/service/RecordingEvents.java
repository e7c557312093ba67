package dev.simpleftp.application.service;

import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.TreeEdit;
import java.util.ArrayList;
import java.util.List;

/// Writes the events down, in words.
final class RecordingEvents implements SessionEvents {
  final List<String> told = new ArrayList<>();

  @Override
  public void opened(Identity session) {
    told.add("opened " + session.session() + " " + session.user());
  }

  @Override
  public void loginRefused(String user, Peer peer, Refused cause) {
    told.add("refused " + user + " " + cause.refusal());
  }

  @Override
  public void transferStarted(Identity session, TransferReport begun) {
    told.add("started " + begun.kind());
  }

  @Override
  public void transferEnded(Identity session, TransferReport report) {
    told.add((report.complete() ? "complete " : "failed ") + report.bytes());
  }

  @Override
  public void listed(Identity session, FilePath path, long entries) {
    told.add("listed " + path + " " + entries);
  }

  @Override
  public void treeChanged(Identity session, TreeEdit edit) {
    told.add("changed " + edit.getClass().getSimpleName());
  }

  @Override
  public void closed(Identity session) {
    told.add("closed");
  }
}
