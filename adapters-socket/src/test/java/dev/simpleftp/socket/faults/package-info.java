/// The faults that the server promises to survive, each by its number: what it answers, and what
/// stands there afterwards.
@NullMarked
package dev.simpleftp.socket.faults;

import org.jspecify.annotations.NullMarked;
