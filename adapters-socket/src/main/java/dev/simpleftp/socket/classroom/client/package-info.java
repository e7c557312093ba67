/// The other side of the classroom dialect: a store whose files lie on the server of the course
/// paper.
///
/// The dialect has one flat directory, no sizes, no times and no login, and its end of a file is
/// the end of a connection: nobody can tell a whole file from one whose sender died in good order.
@NullMarked
package dev.simpleftp.socket.classroom.client;

import org.jspecify.annotations.NullMarked;
