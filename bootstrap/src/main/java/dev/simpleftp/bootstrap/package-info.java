/// Where the house is put together: command line, configuration, wiring, and the API for embedding.
///
/// The only package that knows every adapter, the container and the library for arguments. Nobody
/// calls it but the user.
@NullMarked
package dev.simpleftp.bootstrap;

import org.jspecify.annotations.NullMarked;
