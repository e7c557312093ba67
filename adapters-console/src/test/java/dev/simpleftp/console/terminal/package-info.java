/// Tests of the package of this name.
///
/// Fakes stand for whatever lies behind a port.
@NullMarked
package dev.simpleftp.console.terminal;

import org.jspecify.annotations.NullMarked;
