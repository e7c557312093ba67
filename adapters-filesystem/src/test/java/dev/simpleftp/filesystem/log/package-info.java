/// Tests of the record of transfers.
@NullMarked
package dev.simpleftp.filesystem.log;

import org.jspecify.annotations.NullMarked;
