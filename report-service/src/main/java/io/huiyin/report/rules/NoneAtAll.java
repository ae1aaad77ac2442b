package io.huiyin.report.rules;

import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValue.Direction;
import io.huiyin.kernel.policy.PolicyValues;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Of what should not happen at all, such as complaints, a company may aim at none; then one is too many. RPT-35; value
 * {@code kpi.targets.zeroComplaints}.
 */
public final class NoneAtAll {

    private static final PolicyValue.Target NONE = new PolicyValue.Target(BigDecimal.ZERO, Direction.AT_MOST);

    private NoneAtAll() {}

    /** What a count is aimed at; null where the profile aims at nothing. */
    public static PolicyValue.@Nullable Target target(String key, PolicyValues policies) {
        return policies.value(key, PolicyValue.Flag.class).isSet() ? NONE : null;
    }

    public static boolean isMet(long count) {
        return count == 0;
    }
}
