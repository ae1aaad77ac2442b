/** Follow-ups as they were known, and statistics over them. */
@NullMarked
package io.huiyin.report.views.followups;

import org.jspecify.annotations.NullMarked;
