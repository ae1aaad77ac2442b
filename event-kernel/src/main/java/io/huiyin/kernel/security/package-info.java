/** Who is asking. */
@NullMarked
package io.huiyin.kernel.security;

import org.jspecify.annotations.NullMarked;
