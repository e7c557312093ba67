package dev.simpleftp.application.port.in;

import dev.simpleftp.application.session.Session;
import java.io.IOException;

/// Ends a session and frees its store. Closing twice does nothing more.
public interface CloseSession {
  void close(Session session) throws IOException;
}
