package io.huiyin.bench.faults.evidence;

import io.huiyin.bench.Asked;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: a command, and all that became of it.
 *
 * @param tries in the order in which they ended
 */
public record Entry(Asked asked, List<Try> tries) {

    public Entry {
        tries = List.copyOf(tries);
    }

    /**
     * One time that it was sent.
     *
     * @param status of the answer; 0 when it was lost
     * @param aggregate whom the answer is about; empty when about nobody
     * @param version the aggregate's version by the answer's ETag; 0 when it has none
     * @param text of the answer, or why there is none
     */
    public record Try(int status, String aggregate, int version, String text, Duration took) {

        public boolean isAcknowledged() {
            return status >= 200 && status < 300;
        }

        /** Whether it says nothing about the effect: lost, or the service was busy. */
        public boolean isOpen() {
            return status == 0 || status == 503;
        }
    }

    /** The answer that its sender went by; null when there was none. */
    public @Nullable Try outcome() {
        return tries.stream().filter(one -> !one.isOpen()).findFirst().orElse(null);
    }

    public boolean isAcknowledged() {
        Try outcome = outcome();
        return outcome != null && outcome.isAcknowledged();
    }

    /** Whether any answer was lost. */
    public boolean wasUnknown() {
        return tries.stream().anyMatch(one -> one.status() == 0);
    }

    @Override
    public String toString() {
        return asked.verb() + " " + asked.service().id() + asked.path() + " of "
                + asked.person().name() + " (" + asked.id() + ")";
    }
}
