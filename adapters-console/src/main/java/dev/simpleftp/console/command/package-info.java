/// What people type at the console, and the records it becomes.
///
/// Pure text to types: no terminal, no session. The console executes the records; completion and
/// help read the same table.
@NullMarked
package dev.simpleftp.console.command;

import org.jspecify.annotations.NullMarked;
