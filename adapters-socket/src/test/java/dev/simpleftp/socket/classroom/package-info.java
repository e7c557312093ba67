/// Tests of the classroom dialect.
@NullMarked
package dev.simpleftp.socket.classroom;

import org.jspecify.annotations.NullMarked;
