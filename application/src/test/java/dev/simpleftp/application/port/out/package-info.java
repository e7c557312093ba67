/// The contract of the driven ports, for every module that implements one.
///
/// Shipped as a test-jar: an adapter's test extends `FileStoreContract` and says what it opens.
@NullMarked
package dev.simpleftp.application.port.out;

import org.jspecify.annotations.NullMarked;
