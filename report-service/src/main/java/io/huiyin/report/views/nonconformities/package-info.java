/** Nonconformities as they were known, and statistics over them. */
@NullMarked
package io.huiyin.report.views.nonconformities;

import org.jspecify.annotations.NullMarked;
