/// A tree in memory that keeps the whole contract of a store: for tests, practice and embedding.
///
/// `MemoryTree` is shared by the sessions; each opens a store of its own on it.
@NullMarked
package dev.simpleftp.filesystem.memory;

import org.jspecify.annotations.NullMarked;
