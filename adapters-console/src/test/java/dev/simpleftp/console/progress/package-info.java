/// What copies look like.
@NullMarked
package dev.simpleftp.console.progress;

import org.jspecify.annotations.NullMarked;
