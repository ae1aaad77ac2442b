/** Deciding: pure functions from command and state to events. */
@NullMarked
package io.huiyin.kernel.decide;

import org.jspecify.annotations.NullMarked;
