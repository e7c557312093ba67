/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.domain;

import org.jspecify.annotations.NullMarked;
