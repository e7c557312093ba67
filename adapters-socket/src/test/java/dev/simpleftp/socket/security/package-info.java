/// Attacks of the last 25 years on FTP servers and clients, each class of them in a test of its
/// own.
@NullMarked
package dev.simpleftp.socket.security;

import org.jspecify.annotations.NullMarked;
