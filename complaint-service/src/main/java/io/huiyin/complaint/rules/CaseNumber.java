package io.huiyin.complaint.rules;

import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;

/**
 * A case is numbered by year, month and a serial that grows past its printed width; a number is never given twice. CMP-07, X-01;
 * pattern {@code cmp.number.pattern}.
 */
public final class CaseNumber {

    private static final String KEY = "cmp.number.pattern";
    private static final String ZONE = "business.zone";

    private CaseNumber() {}

    /**
     * A number series at a moment.
     *
     * @param series whose serials never repeat
     * @param prefix printed before the serial
     * @param digits its least width
     */
    public record Series(String series, String prefix, int digits) {

        /** How a serial of this series is printed. */
        public String print(long serial) {
            String digitsOnly = Long.toString(serial);
            return prefix + "0".repeat(Math.max(0, digits - digitsOnly.length())) + digitsOnly;
        }
    }

    /** Numbers of cases filed here. */
    public static Series filed(Instant now, PolicyValues policies) {
        String prefix = prefix(now, policies);
        return new Series(
                "complaint:" + prefix, prefix, policies.numberPattern(KEY).digits());
    }

    /** Numbers of cases taken over: a series of their own, so that an import leaves no gap in the other. */
    public static Series imported(Instant now, PolicyValues policies) {
        String prefix = "I" + prefix(now, policies);
        return new Series(
                "complaint-import:" + prefix,
                prefix,
                policies.numberPattern(KEY).digits());
    }

    private static String prefix(Instant now, PolicyValues policies) {
        PolicyValue.NumberPattern pattern = policies.numberPattern(KEY);
        return pattern.date().format(now.atZone(policies.zone(ZONE)));
    }
}
