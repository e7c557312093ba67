package dev.simpleftp.planted.ring.hen;

import dev.simpleftp.planted.ring.egg.Egg;

/// Planted violation: half of a circle of packages.
public final class Chicken {
  final Class<?> from = Egg.class;
}
