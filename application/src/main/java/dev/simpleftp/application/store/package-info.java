/// Stores around a store: each adds one rule to whatever lies inside.
///
/// Account sources wrap what they open in these, so that no caller can forget the rule.
@NullMarked
package dev.simpleftp.application.store;

import org.jspecify.annotations.NullMarked;
