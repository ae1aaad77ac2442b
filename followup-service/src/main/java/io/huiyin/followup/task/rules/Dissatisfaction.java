package io.huiyin.followup.task.rules;

import io.huiyin.followup.task.Issue;
import io.huiyin.followup.task.Satisfaction;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer is dissatisfied when his score is within {@code fup.dissatisfied.below} of the scale, or when he names anything that
 * is still wrong. FUP-43.
 */
public final class Dissatisfaction {

    private static final String KEY = "fup.dissatisfied.below";

    private Dissatisfaction() {}

    public static boolean isFound(@Nullable Satisfaction satisfaction, List<Issue> issues, PolicyValues policies) {
        return !issues.isEmpty() || (satisfaction != null && isLow(satisfaction, policies.target(KEY)));
    }

    /** Compared without rounding: 40 % of 5 is 2, and 2 is low. */
    private static boolean isLow(Satisfaction satisfaction, PolicyValue.Target bound) {
        int place = BigDecimal.valueOf(satisfaction.score())
                .multiply(BigDecimal.valueOf(100))
                .compareTo(bound.percent().multiply(BigDecimal.valueOf(satisfaction.scale())));
        return switch (bound.direction()) {
            case AT_MOST -> place <= 0;
            case BELOW -> place < 0;
            case AT_LEAST -> place >= 0;
        };
    }
}
