/** Serial numbers that were left out. */
@NullMarked
package io.huiyin.complaint.numbers;

import org.jspecify.annotations.NullMarked;
