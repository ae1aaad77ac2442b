/** What the service does of its own accord about follow-ups. */
@NullMarked
package io.huiyin.followup.task.policies;

import org.jspecify.annotations.NullMarked;
