/// Attacks on trees of files.
@NullMarked
package dev.simpleftp.filesystem.security;

import org.jspecify.annotations.NullMarked;
