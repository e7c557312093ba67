/// Attacks on what paths and patterns are made of.
@NullMarked
package dev.simpleftp.domain.security;

import org.jspecify.annotations.NullMarked;
