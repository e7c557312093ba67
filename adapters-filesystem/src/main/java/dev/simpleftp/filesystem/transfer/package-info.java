/// What the stores of this module share: moving bytes, and keeping book of who moves which.
///
/// Called by the directory and the memory store only.
@NullMarked
package dev.simpleftp.filesystem.transfer;

import org.jspecify.annotations.NullMarked;
