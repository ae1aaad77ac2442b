package io.huiyin.report.action.rules;

import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;

/**
 * An action is numbered by year, month and a serial that grows past its printed width; a number is never given twice (X-01; policy
 * {@code rpt.actions.number.pattern}).
 */
public final class ActionNumber {

    private static final String KEY = "rpt.actions.number.pattern";
    private static final String LETTERS = "IA";

    private ActionNumber() {}

    /**
     * A number series at a moment.
     *
     * @param series whose serials never repeat
     * @param prefix printed before the serial
     * @param digits its least width
     */
    public record Series(String series, String prefix, int digits) {}

    /** The series that numbers are taken from now. */
    public static Series at(Instant now, PolicyValues policies) {
        PolicyValue.NumberPattern pattern = policies.numberPattern(KEY);
        String prefix = LETTERS + pattern.date().format(now.atZone(policies.zone("business.zone")));
        return new Series("improvement-action:" + prefix, prefix, pattern.digits());
    }
}
