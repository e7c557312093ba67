package dev.simpleftp.planted.application.service;

import java.util.logging.Logger;

/// Planted violation: the core knows a logging library.
final class LoggingUseCase {
  final Logger logger = Logger.getLogger("planted");
}
