/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.ring.egg;

import org.jspecify.annotations.NullMarked;
