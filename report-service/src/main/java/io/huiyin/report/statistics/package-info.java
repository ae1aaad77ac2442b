/** Counting, sharing out and ordering: arithmetic without I/O. */
@NullMarked
package io.huiyin.report.statistics;

import org.jspecify.annotations.NullMarked;
