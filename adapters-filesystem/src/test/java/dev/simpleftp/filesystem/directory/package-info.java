/// Tests of the trees on a disk, the contract first.
@NullMarked
package dev.simpleftp.filesystem.directory;

import org.jspecify.annotations.NullMarked;
