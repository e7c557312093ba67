/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.filesystem.directory;

import org.jspecify.annotations.NullMarked;
