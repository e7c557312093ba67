/// The state one login keeps between two use cases.
///
/// Made by `OpenSession`, owned by the thread that drives it.
@NullMarked
package dev.simpleftp.application.session;

import org.jspecify.annotations.NullMarked;
