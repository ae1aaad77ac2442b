/** The rules of key figures, one file each. */
@NullMarked
package io.huiyin.report.kpi.rules;

import org.jspecify.annotations.NullMarked;
