package dev.simpleftp.planted.console;

import jakarta.inject.Inject;

/// Planted violation: injection into a field.
@SuppressWarnings("UnnecessaryAssignment")
final class Injected {
  @Inject Object field = "";
}
