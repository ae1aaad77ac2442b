package io.huiyin.followup.task.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;

/** A task is one dedicated agent's, for {@code fup.claim.lease} from his claim or its renewal, and then anybody's again. FUP-01. */
public final class ClaimLease {

    private static final String KEY = "fup.claim.lease";

    private ClaimLease() {}

    public static Instant until(Instant now, PolicyValues policies) {
        return now.plus(policies.limit(KEY).duration());
    }
}
