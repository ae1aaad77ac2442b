/** Time as somebody who asks aggregates for decisions. */
@NullMarked
package io.huiyin.kernel.timer;

import org.jspecify.annotations.NullMarked;
