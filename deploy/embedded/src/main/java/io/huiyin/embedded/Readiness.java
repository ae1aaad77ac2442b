package io.huiyin.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Waits until parts answer. */
final class Readiness {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private Readiness() {}

    /** Returns when all are ready; says which one is not, after the limit or as soon as one is lost. */
    static void await(List<? extends Part> parts, Duration limit, Predicate<Part> isLost) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        List<Part> waiting = new ArrayList<>(parts);
        while (true) {
            waiting.removeIf(Part::isReady);
            if (waiting.isEmpty()) {
                return;
            }
            for (Part part : waiting) {
                if (isLost.test(part)) {
                    throw new UserError(part.name() + " does not start. " + Logs.tail(part.log()));
                }
            }
            if (Instant.now().isAfter(end)) {
                Part late = waiting.getFirst();
                throw new UserError(
                        late.name() + " is not ready after " + limit.toSeconds() + " s. " + Logs.tail(late.log()));
            }
            Thread.sleep(BETWEEN_QUESTIONS);
        }
    }
}
