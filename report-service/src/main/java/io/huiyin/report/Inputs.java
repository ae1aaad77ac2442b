package io.huiyin.report;

/**
 * Whether everything was there that a report is computed from.
 *
 * @param complete nothing up to the named positions is missing
 * @param heldBack events that wait because they could not be taken in
 * @param skipped events that a person gave up
 * @param periodEnded whether the period was over when the report was compiled
 */
public record Inputs(boolean complete, long heldBack, long skipped, boolean periodEnded) {

    public static Inputs of(long heldBack, long skipped, boolean periodEnded) {
        return new Inputs(heldBack == 0 && skipped == 0, heldBack, skipped, periodEnded);
    }
}
