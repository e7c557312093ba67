package dev.simpleftp.application.port.in;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.TreeEdit;
import java.io.IOException;

/// Makes, removes and renames entries, and changes what is said of them.
public interface EditTree {

  /// Carries out one change.
  ///
  /// @throws dev.simpleftp.domain.Refused the store said no; nothing changed. UNSUPPORTED: it keeps
  ///   no times or permissions
  void apply(Session session, TreeEdit edit) throws IOException;
}
