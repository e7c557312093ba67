/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.ring.hen;

import org.jspecify.annotations.NullMarked;
