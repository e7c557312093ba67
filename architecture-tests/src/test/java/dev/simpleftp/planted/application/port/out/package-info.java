/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.application.port.out;

import org.jspecify.annotations.NullMarked;
