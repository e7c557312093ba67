/// Certificates and keys of the server: read from files, made, and brought into the form that TLS
/// wants. The options and the builder of the server call it; nobody else does.
@NullMarked
package dev.simpleftp.bootstrap.tls;

import org.jspecify.annotations.NullMarked;
