/// Tests of the stores around a store.
@NullMarked
package dev.simpleftp.application.store;

import org.jspecify.annotations.NullMarked;
