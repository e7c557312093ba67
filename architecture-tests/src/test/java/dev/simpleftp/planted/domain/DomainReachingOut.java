package dev.simpleftp.planted.domain;

import dev.simpleftp.planted.application.port.in.OpenSession;

/// Planted violation: the domain knows a port.
final class DomainReachingOut {
  final Class<?> outside = OpenSession.class;
}
