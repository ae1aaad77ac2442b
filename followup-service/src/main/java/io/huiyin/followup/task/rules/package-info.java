/** The rules about follow-ups. */
@NullMarked
package io.huiyin.followup.task.rules;

import org.jspecify.annotations.NullMarked;
