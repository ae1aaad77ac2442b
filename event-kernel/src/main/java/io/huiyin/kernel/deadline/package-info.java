/** Clocks that explain themselves: what is due when, as pure functions of a history (RULEBOOK CMP-21 to CMP-29). */
@NullMarked
package io.huiyin.kernel.deadline;

import org.jspecify.annotations.NullMarked;
