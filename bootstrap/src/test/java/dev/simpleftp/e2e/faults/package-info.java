/// A bad network between any FTP client and any server, always the same for the same seed.
@NullMarked
package dev.simpleftp.e2e.faults;

import org.jspecify.annotations.NullMarked;
