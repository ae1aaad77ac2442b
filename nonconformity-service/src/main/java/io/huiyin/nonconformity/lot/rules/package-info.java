/** The rules about lots and serial numbers. */
@NullMarked
package io.huiyin.nonconformity.lot.rules;

import org.jspecify.annotations.NullMarked;
