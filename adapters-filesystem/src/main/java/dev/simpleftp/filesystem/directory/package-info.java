/// Trees on a disk: a served directory that nobody can leave, and a user's own files.
///
/// `DirectoryTree` is opened once and shared by the sessions; each opens a store of its own on it.
@NullMarked
package dev.simpleftp.filesystem.directory;

import org.jspecify.annotations.NullMarked;
