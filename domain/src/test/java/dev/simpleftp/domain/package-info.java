/// Tests of the values and their rules.
@NullMarked
package dev.simpleftp.domain;

import org.jspecify.annotations.NullMarked;
