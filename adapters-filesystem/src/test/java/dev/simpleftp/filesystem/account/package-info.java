/// Tests of accounts and of what they are shown.
@NullMarked
package dev.simpleftp.filesystem.account;

import org.jspecify.annotations.NullMarked;
