/// Copies that can be trusted: resumed only with proof, tried again when the line breaks, done only
/// when both sides agree.
@NullMarked
package dev.simpleftp.application.copy;

import org.jspecify.annotations.NullMarked;
