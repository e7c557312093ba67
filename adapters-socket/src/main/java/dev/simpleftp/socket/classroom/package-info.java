/// A second, tiny wire dialect: the raw text commands of a course paper, on a port of their own.
///
/// It knows nothing of FTP and drives the same use cases: whoever wants to see what a driving
/// adapter is reads this one first.
@NullMarked
package dev.simpleftp.socket.classroom;

import org.jspecify.annotations.NullMarked;
