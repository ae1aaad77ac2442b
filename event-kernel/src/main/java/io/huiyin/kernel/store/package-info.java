/** The event table in PostgreSQL. */
@NullMarked
package io.huiyin.kernel.store;

import org.jspecify.annotations.NullMarked;
