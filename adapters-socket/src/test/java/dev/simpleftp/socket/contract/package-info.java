/// The contract of a store, kept by the remote store over our own server: one suite tests both ends
/// of the wire at once.
@NullMarked
package dev.simpleftp.socket.contract;

import org.jspecify.annotations.NullMarked;
