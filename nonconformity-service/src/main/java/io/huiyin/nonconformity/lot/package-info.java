/** Lots and serial numbers that complaints name. */
@NullMarked
package io.huiyin.nonconformity.lot;

import org.jspecify.annotations.NullMarked;
