/** A small application, so that the kernel's promises can be tested without a service. */
@NullMarked
package io.huiyin.kernel.notes;

import org.jspecify.annotations.NullMarked;
