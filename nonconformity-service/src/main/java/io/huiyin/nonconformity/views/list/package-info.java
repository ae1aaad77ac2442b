/** The list of nonconformities. */
@NullMarked
package io.huiyin.nonconformity.views.list;

import org.jspecify.annotations.NullMarked;
