/** What was promised, held against what is there: one file for each promise, and the folds of events that views should equal. */
@NullMarked
package io.huiyin.bench.faults.check;

import org.jspecify.annotations.NullMarked;
