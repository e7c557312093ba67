/// Sessions that nobody would write by hand, drawn by a seed, and what must hold of each of them.
///
/// A build plays a few; the profile `fuzz` plays as many as it is asked for.
@NullMarked
package dev.simpleftp.socket.fuzz;

import org.jspecify.annotations.NullMarked;
