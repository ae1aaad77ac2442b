/** The promises under a random that is repeated at will: real relay, views and policies on a fake database, a fake log, a fake clock. */
@NullMarked
package io.huiyin.kernel.simulation;

import org.jspecify.annotations.NullMarked;
