/// Tests of the use cases, on small stores made by hand.
@NullMarked
package dev.simpleftp.application.copy;

import org.jspecify.annotations.NullMarked;
