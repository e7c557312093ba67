@NullMarked
package dev.simpleftp.filesystem.journal;

import org.jspecify.annotations.NullMarked;
