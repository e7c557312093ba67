/// The rules of the house, and the proof that each of them bites.
///
/// Rules are functions of a root package: they guard `dev.simpleftp`, and must fail on the
/// violations planted under `dev.simpleftp.planted`.
@NullMarked
package dev.simpleftp.architecture;

import org.jspecify.annotations.NullMarked;
