/** The rules of nonconformities, a file each. */
@NullMarked
package io.huiyin.nonconformity.rules;

import org.jspecify.annotations.NullMarked;
