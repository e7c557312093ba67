/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.application.port.in;

import org.jspecify.annotations.NullMarked;
