/// TLS on control and data connections (RFC 4217), over the JDK's own implementation.
@NullMarked
package dev.simpleftp.socket.tls;

import org.jspecify.annotations.NullMarked;
