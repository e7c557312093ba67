/// What somebody sees of copies: lines on a terminal, a line per file in a log, events for
/// programs.
@NullMarked
package dev.simpleftp.console.progress;

import org.jspecify.annotations.NullMarked;
