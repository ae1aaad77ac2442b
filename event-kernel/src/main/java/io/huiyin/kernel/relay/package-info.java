/** From the event table to the shared log. */
@NullMarked
package io.huiyin.kernel.relay;

import org.jspecify.annotations.NullMarked;
