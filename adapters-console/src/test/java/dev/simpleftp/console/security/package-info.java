/// Attacks on whoever reads a terminal or a log.
@NullMarked
package dev.simpleftp.console.security;

import org.jspecify.annotations.NullMarked;
