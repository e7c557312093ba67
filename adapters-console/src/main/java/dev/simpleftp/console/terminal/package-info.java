/// The screen and the keyboard: everything printed passes through here and is made harmless.
///
/// The console draws on a [Screen] and asks through it; only this package knows JLine's terminals.
@NullMarked
package dev.simpleftp.console.terminal;

import org.jspecify.annotations.NullMarked;
