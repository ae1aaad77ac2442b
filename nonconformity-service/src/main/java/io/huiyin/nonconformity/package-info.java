/** Nonconformities, and the lots that complaints name. */
@NullMarked
package io.huiyin.nonconformity;

import org.jspecify.annotations.NullMarked;
