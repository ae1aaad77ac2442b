package io.huiyin.followup.task.rules;

import org.jspecify.annotations.Nullable;

/** A complaint without a name, or for which only a written reply is required, is exempt from follow-up. CMP-10. */
public final class ExemptFromFollowUp {

    private ExemptFromFollowUp() {}

    /** Why nobody is asked; null when somebody is. */
    public static @Nullable String because(boolean anonymous, boolean replyOnly) {
        if (anonymous) {
            return "anonymous";
        }
        return replyOnly ? "reply-only" : null;
    }
}
