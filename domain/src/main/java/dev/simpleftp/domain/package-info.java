/// Values and rules of moving named files between two trees.
///
/// Pure Java: records checked when they are made, no input or output, no framework. Everybody may
/// call them; they call nobody.
@NullMarked
package dev.simpleftp.domain;

import org.jspecify.annotations.NullMarked;
