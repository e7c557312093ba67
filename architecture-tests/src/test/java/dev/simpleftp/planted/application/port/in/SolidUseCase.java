package dev.simpleftp.planted.application.port.in;

/// Planted violation: a driving port that is a class.
final class SolidUseCase {
  void run() {}
}
