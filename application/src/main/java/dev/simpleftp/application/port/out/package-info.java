/// The driven ports: what the core asks of the world, and what it tells it.
///
/// The adapters implement them: a directory, memory and the far end of a connection are all a
/// [FileStore].
@NullMarked
package dev.simpleftp.application.port.out;

import org.jspecify.annotations.NullMarked;
