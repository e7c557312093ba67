/// Tests of certificates and keys, and what other tests make of them.
@NullMarked
package dev.simpleftp.bootstrap.tls;

import org.jspecify.annotations.NullMarked;
