/// Copies over a line that breaks whenever a test wants it to.
@NullMarked
package dev.simpleftp.application.copy;

import org.jspecify.annotations.NullMarked;
