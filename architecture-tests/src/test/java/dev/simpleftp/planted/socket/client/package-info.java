/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.socket.client;

import org.jspecify.annotations.NullMarked;
