/// Tests of the tree in memory, the contract first.
@NullMarked
package dev.simpleftp.filesystem.memory;

import org.jspecify.annotations.NullMarked;
