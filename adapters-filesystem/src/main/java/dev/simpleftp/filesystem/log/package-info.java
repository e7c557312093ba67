/// The record of transfers in a file, in the form that log analysers know.
///
/// The wiring hands a [dev.simpleftp.filesystem.log.XferlogFile] the events of all sessions.
@NullMarked
package dev.simpleftp.filesystem.log;

import org.jspecify.annotations.NullMarked;
