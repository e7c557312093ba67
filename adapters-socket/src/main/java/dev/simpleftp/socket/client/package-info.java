/// The driven adapter: a store whose files lie on an FTP server.
///
/// Blocking, one connection per store, used by one thread at a time.
@NullMarked
package dev.simpleftp.socket.client;

import org.jspecify.annotations.NullMarked;
