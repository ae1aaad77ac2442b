package io.huiyin.bench.faults.check;

import io.huiyin.bench.faults.evidence.Evidence;
import java.util.List;

/** Holds an installation that stands still to every promise. */
public final class Checker {

    /** One promise. */
    interface Invariant {
        void check(Evidence evidence, Findings findings);
    }

    private static final List<Invariant> ALL = List.of(
            new AcknowledgedOnce(),
            new OneKeyOneEffect(),
            new LogHoldsTheEvents(),
            new VersionsInOrder(),
            new ViewsAreFolds(),
            new NothingIsStuck(),
            new CheckpointsWithinTheLog(),
            new StatisticsAgree(),
            new AnswersAreDecent(),
            new ReactionsHappenOnce(),
            new TimePassesOnce());

    private Checker() {}

    /** Adds what is otherwise than promised. */
    public static void check(Evidence evidence, Findings findings) {
        ALL.forEach(invariant -> invariant.check(evidence, findings));
    }
}
