/** Who runs what, by leases in PostgreSQL. */
@NullMarked
package io.huiyin.kernel.lease;

import org.jspecify.annotations.NullMarked;
