/** Business time. */
@NullMarked
package io.huiyin.kernel.time;

import org.jspecify.annotations.NullMarked;
