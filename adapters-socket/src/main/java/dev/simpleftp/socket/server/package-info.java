/// The driving adapter: answers FTP clients by calling the use cases.
///
/// One virtual thread per control connection owns everything of its session.
@NullMarked
package dev.simpleftp.socket.server;

import org.jspecify.annotations.NullMarked;
