/// The connections of the protocol: the control connection, and data connections with the ports
/// they come in by.
///
/// Server and client use them; they know bytes, lines and time limits, but no verb.
@NullMarked
package dev.simpleftp.socket.channel;

import org.jspecify.annotations.NullMarked;
