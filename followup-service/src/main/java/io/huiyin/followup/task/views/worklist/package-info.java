/** The worklist: one row per follow-up. */
@NullMarked
package io.huiyin.followup.task.views.worklist;

import org.jspecify.annotations.NullMarked;
