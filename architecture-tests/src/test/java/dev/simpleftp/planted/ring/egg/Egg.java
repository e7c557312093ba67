package dev.simpleftp.planted.ring.egg;

import dev.simpleftp.planted.ring.hen.Chicken;

/// Planted violation: the other half of the circle.
public final class Egg {
  final Class<?> from = Chicken.class;
}
