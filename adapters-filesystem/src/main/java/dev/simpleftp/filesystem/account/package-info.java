/// Who may log in, and which part of a tree that login sees.
///
/// The wiring builds `AccountFileStores` from a tree and one kind of `Accounts`.
@NullMarked
package dev.simpleftp.filesystem.account;

import org.jspecify.annotations.NullMarked;
