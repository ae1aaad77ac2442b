/** What key figures follow from. */
@NullMarked
package io.huiyin.report.kpi.policies;

import org.jspecify.annotations.NullMarked;
