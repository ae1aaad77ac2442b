/** From the shared log to view rows. */
@NullMarked
package io.huiyin.kernel.projection;

import org.jspecify.annotations.NullMarked;
