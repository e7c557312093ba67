/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.socket.wire;

import org.jspecify.annotations.NullMarked;
