package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import io.huiyin.kernel.policy.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Within the whole time each department has its own ({@code cmp.step.budgets}), one after the other: what a step does not use the next
 * ones have, so each limit is counted from the acceptance, and fixed with it. CMP-26.
 */
public final class StepDeadlines {

    private static final String KEY = "cmp.step.budgets";

    private StepDeadlines() {}

    /** The limits that an acceptance sets. */
    public static List<Deadline> atAcceptance(Context context) {
        List<Deadline> limits = new ArrayList<>();
        Duration sum = Duration.ZERO;
        for (Steps.Step step : steps(context)) {
            sum = sum.plus(step.limit().duration());
            limits.add(PromisedDeadline.of(
                    Deadline.STEP,
                    step.department(),
                    context.now(),
                    new Limit(sum, step.limit().calendar()),
                    KEY,
                    context));
        }
        return limits;
    }

    private static List<Steps.Step> steps(Context context) {
        return context.policies().value(KEY, Steps.class).steps();
    }
}
