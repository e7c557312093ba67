package dev.simpleftp.planted.coding;

/// Planted violation: a program of the system is started.
final class StartsPrograms {
  final Class<?> builder = ProcessBuilder.class;
}
