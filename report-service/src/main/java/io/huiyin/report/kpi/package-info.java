/** Key figures: what they mean, how they are computed, and what was measured. */
@NullMarked
package io.huiyin.report.kpi;

import org.jspecify.annotations.NullMarked;
