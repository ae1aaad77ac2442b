/** What an agent did on a day. */
@NullMarked
package io.huiyin.followup.task.views.agentday;

import org.jspecify.annotations.NullMarked;
