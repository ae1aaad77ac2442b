package io.huiyin.bench.faults.check;

import java.util.Locale;

/**
 * Something that is otherwise than promised.
 *
 * @param invariant which promise, by its number
 * @param evidence enough to find it
 */
public record Difference(Kind kind, String invariant, String evidence) {

    /** What sort of harm it is. */
    public enum Kind {
        LOST,
        DOUBLED,
        REORDERED,
        STUCK,
        /** An answer said what is not so. */
        UNTRUE,
        /** A view or figure is not what the events come to. */
        WRONG,
        /** An answer nobody should get. */
        FAILED
    }

    @Override
    public String toString() {
        return invariant + " " + kind.name().toLowerCase(Locale.ROOT) + ": " + evidence;
    }
}
