@NullMarked
package dev.simpleftp.filesystem.mirror;

import org.jspecify.annotations.NullMarked;
