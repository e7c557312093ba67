/// The console: an FTP client at the keyboard, and what a server prints.
///
/// Drives the use cases of the application for two sessions, a remote and a local one. Only the
/// wiring calls it.
@NullMarked
package dev.simpleftp.console;

import org.jspecify.annotations.NullMarked;
