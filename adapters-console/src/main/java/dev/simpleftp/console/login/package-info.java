/// Which name and password to log in with.
///
/// Asked for, read from ~/.netrc or from the environment; never from the command line.
@NullMarked
package dev.simpleftp.console.login;

import org.jspecify.annotations.NullMarked;
