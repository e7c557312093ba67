/// What outlives a process that copies: which file an unfinished copy is of.
///
/// Whoever wires a copy opens a [dev.simpleftp.filesystem.journal.JournalDirectory].
@NullMarked
package dev.simpleftp.filesystem.journal;

import org.jspecify.annotations.NullMarked;
