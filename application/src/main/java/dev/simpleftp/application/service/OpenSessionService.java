package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.OpenSession;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/// Numbers the sessions and tells who came in and who did not.
public final class OpenSessionService implements OpenSession {
  private final FileStores stores;
  private final SessionEvents events;
  private final AtomicLong sessions = new AtomicLong();

  public OpenSessionService(FileStores stores, SessionEvents events) {
    this.stores = stores;
    this.events = events;
  }

  @Override
  public Session open(Login login, Peer peer) throws IOException {
    FileStores.Access access;
    try {
      access = stores.open(login, peer);
    } catch (Refused refused) {
      events.loginRefused(login.user(), peer, refused);
      throw refused;
    }
    var identity = new Identity(sessions.incrementAndGet(), login.user(), peer);
    events.opened(identity);
    return new Session(identity, access);
  }
}
