package io.huiyin.complaint.rules;

import io.huiyin.kernel.policy.PolicyValues;

/**
 * After a rejection the case is refiled for another round, or goes to the next higher tier, as the profile says. CMP-43; §11 no. 10;
 * value {@code cmp.rejection.mode}.
 */
public final class RejectionMode {

    private static final String KEY = "cmp.rejection.mode";

    private RejectionMode() {}

    public static boolean refiles(PolicyValues policies) {
        return policies.word(KEY).equals("refile");
    }

    public static boolean escalates(PolicyValues policies) {
        return policies.word(KEY).equals("escalate");
    }
}
