/// Tests of the stores on servers of the classroom dialect.
@NullMarked
package dev.simpleftp.socket.classroom.client;

import org.jspecify.annotations.NullMarked;
