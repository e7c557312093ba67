package dev.simpleftp.planted.application.service;

import dev.simpleftp.planted.application.port.in.OpenSession;

/// Planted violation: a use case without its name.
final class GetFileWorker implements OpenSession {
  @Override
  public void open() {}
}
