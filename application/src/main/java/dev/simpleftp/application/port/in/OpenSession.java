package dev.simpleftp.application.port.in;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import java.io.IOException;

/// Lets somebody in.
public interface OpenSession {

  /// Opens a session with a store of its own.
  ///
  /// @param peer the machine at the other end
  /// @throws dev.simpleftp.domain.Refused LOGIN_DENIED
  Session open(Login login, Peer peer) throws IOException;
}
