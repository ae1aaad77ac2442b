/** Typed policy values, read from profiles: the numbers of the rules. */
@NullMarked
package io.huiyin.kernel.policy;

import org.jspecify.annotations.NullMarked;
