package io.huiyin.followup.task.rules;

import io.huiyin.followup.task.ContactOutcome;
import io.huiyin.kernel.policy.PolicyValues;
import org.jspecify.annotations.Nullable;

/**
 * The purpose is not to harass: who refuses, or does not answer {@code fup.attempts.max} times, is not tried again. FUP-26.
 */
public final class EndOfTrying {

    private static final String KEY = "fup.attempts.max";

    private EndOfTrying() {}

    /**
     * Why he is not tried again; null when he is.
     *
     * @param unanswered how often nobody answered, this time included
     */
    public static @Nullable String because(ContactOutcome outcome, int unanswered, PolicyValues policies) {
        if (outcome == ContactOutcome.REFUSED) {
            return "refused";
        }
        return outcome.isUnanswered() && unanswered >= policies.count(KEY) ? "unanswered" : null;
    }
}
