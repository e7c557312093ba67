package dev.simpleftp.application.port.out;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.TreeEdit;

/// Hears what sessions do: for logs, metrics and whoever watches the screen.
///
/// Called by the session's own threads; an implementation must be thread-safe, quick, and must not
/// throw.
public interface SessionEvents {
  /// Hears nothing.
  SessionEvents NONE = new SessionEvents() {};

  default void opened(Identity session) {}

  default void loginRefused(String user, Peer peer, Refused cause) {}

  default void transferStarted(Identity session, TransferReport begun) {}

  default void transferEnded(Identity session, TransferReport report) {}

  default void listed(Identity session, FilePath path, long entries) {}

  default void treeChanged(Identity session, TreeEdit edit) {}

  default void closed(Identity session) {}
}
