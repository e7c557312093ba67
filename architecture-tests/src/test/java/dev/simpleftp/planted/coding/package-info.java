/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.coding;

import org.jspecify.annotations.NullMarked;
