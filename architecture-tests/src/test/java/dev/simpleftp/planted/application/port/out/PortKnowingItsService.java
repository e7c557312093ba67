package dev.simpleftp.planted.application.port.out;

import dev.simpleftp.planted.application.service.PublicLog;

/// Planted violation: a port knows who implements it.
final class PortKnowingItsService {
  final Class<?> service = PublicLog.class;
}
