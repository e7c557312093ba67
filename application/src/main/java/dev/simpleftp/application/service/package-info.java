/// The use cases: the rules between a driving port and the driven ones.
///
/// Only the wiring names these types; everybody else sees the ports.
@NullMarked
package dev.simpleftp.application.service;

import org.jspecify.annotations.NullMarked;
