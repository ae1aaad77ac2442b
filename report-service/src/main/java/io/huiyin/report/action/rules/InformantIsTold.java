package io.huiyin.report.action.rules;

import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.report.action.Origin;

/**
 * Who reported the problem is told the result: with an action that came from a complaint, the customer. From which origins a
 * customer waits says policy {@code rpt.actions.informCustomer}.
 */
public final class InformantIsTold {

    private static final String KEY = "rpt.actions.informCustomer";

    private InformantIsTold() {}

    /** Whether a customer is to be told of an action of this origin. */
    public static boolean of(Origin origin, PolicyValues policies) {
        return policies.names(KEY).names().contains(origin.kind());
    }

    /** What that was decided by. */
    public static PolicyRef policy(PolicyValues policies) {
        return policies.ref(KEY);
    }
}
