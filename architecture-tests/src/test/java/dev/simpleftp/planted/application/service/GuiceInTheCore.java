package dev.simpleftp.planted.application.service;

import com.google.inject.Module;

/// Planted violation: the core knows the injector.
final class GuiceInTheCore {
  final Class<?> module = Module.class;
}
