/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.filesystem.memory;

import org.jspecify.annotations.NullMarked;
