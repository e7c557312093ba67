/// Tests of the server over real connections on the loopback address.
@NullMarked
package dev.simpleftp.socket.server;

import org.jspecify.annotations.NullMarked;
