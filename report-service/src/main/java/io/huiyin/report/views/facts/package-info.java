/** Complaints as they were known, and statistics over them. */
@NullMarked
package io.huiyin.report.views.facts;

import org.jspecify.annotations.NullMarked;
