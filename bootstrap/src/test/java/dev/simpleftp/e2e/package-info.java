/// The packaged program from the outside: its processes, its terminal, and programs of others.
///
/// These tests run after packaging; each starts what it needs on a free port of 127.0.0.1 and ends
/// it by its process.
@NullMarked
package dev.simpleftp.e2e;

import org.jspecify.annotations.NullMarked;
