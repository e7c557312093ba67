/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.socket.server;

import org.jspecify.annotations.NullMarked;
