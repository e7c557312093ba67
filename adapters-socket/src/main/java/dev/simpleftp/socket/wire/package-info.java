/// The protocol as text: commands, replies, listings, addresses, each a type with its codec.
///
/// Pure functions over strings and bytes; no socket, no session. Server and client share it, so
/// what one writes the other reads.
@NullMarked
package dev.simpleftp.socket.wire;

import org.jspecify.annotations.NullMarked;
