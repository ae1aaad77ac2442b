package io.huiyin.kernel.deadline;

import io.huiyin.kernel.policy.PolicyValue.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long one holder of a case may take (CMP-26). */
public record StepLimit(String holder, Limit limit) {

    /** Limits from the start of the first step to the end of each: what a step does not use the next ones have. */
    public static List<StepLimit> cumulative(List<StepLimit> steps) {
        List<StepLimit> cumulative = new ArrayList<>();
        Duration sum = Duration.ZERO;
        for (StepLimit step : steps) {
            if (step.limit().calendar() != steps.getFirst().limit().calendar()) {
                throw new IllegalArgumentException("the step of " + step.holder() + " is counted in "
                        + step.limit().calendar() + ", the first one in "
                        + steps.getFirst().limit().calendar());
            }
            sum = sum.plus(step.limit().duration());
            cumulative.add(
                    new StepLimit(step.holder(), new Limit(sum, step.limit().calendar())));
        }
        return List.copyOf(cumulative);
    }
}
