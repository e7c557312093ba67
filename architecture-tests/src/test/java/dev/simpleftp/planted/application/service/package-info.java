/// Planted violations, each of which one rule must find.
@NullMarked
package dev.simpleftp.planted.application.service;

import org.jspecify.annotations.NullMarked;
