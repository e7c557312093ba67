/// Tests of the wiring and of the API for embedding.
@NullMarked
package dev.simpleftp.bootstrap;

import org.jspecify.annotations.NullMarked;
