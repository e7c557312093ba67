package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.CloseSession;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.session.Session;
import java.io.IOException;

/// Frees the store of a session once, and tells that it is over.
public final class CloseSessionService implements CloseSession {
  private final SessionEvents events;

  public CloseSessionService(SessionEvents events) {
    this.events = events;
  }

  @Override
  public void close(Session session) throws IOException {
    if (session.end()) {
      try {
        session.store().close();
      } finally {
        events.closed(session.identity());
      }
    }
  }
}
