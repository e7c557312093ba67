/// What the tests of TLS share.
@NullMarked
package dev.simpleftp.socket.tls;

import org.jspecify.annotations.NullMarked;
