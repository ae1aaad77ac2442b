package io.huiyin.kernel.policy;

import java.util.List;

/** What each department in its turn may take of the whole time, in their order. None at all means that no step is measured. */
public record Steps(List<Step> steps) implements PolicyValue {

    public Steps {
        steps = List.copyOf(steps);
        if (steps.stream().map(Step::department).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("a department has one step");
        }
        if (steps.stream().map(step -> step.limit().calendar()).distinct().count() > 1) {
            throw new IllegalArgumentException("the steps are counted in one calendar");
        }
    }

    /** The share of one department. */
    public record Step(String department, Limit limit) {}
}
