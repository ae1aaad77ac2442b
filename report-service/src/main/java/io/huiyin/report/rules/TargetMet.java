package io.huiyin.report.rules;

import io.huiyin.kernel.policy.PolicyValue;
import java.math.BigDecimal;

/**
 * A target is met when the exact rate, not the rounded one, lies on its good side (RPT-29, RPT-30; policies
 * {@code kpi.targets.…}).
 */
public final class TargetMet {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private TargetMet() {}

    /** Whether a part of a whole that is not zero meets the target. */
    public static boolean by(long part, long whole, PolicyValue.Target target) {
        int order = BigDecimal.valueOf(part)
                .multiply(HUNDRED)
                .compareTo(target.percent().multiply(BigDecimal.valueOf(whole)));
        return switch (target.direction()) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case BELOW -> order < 0;
        };
    }
}
