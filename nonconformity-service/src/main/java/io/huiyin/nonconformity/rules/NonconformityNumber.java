package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;

/**
 * A nonconformity is numbered by year, month and a serial of its own series that grows past its printed width; a number is never
 * given twice. X-01; pattern {@code ncr.number.pattern}.
 */
public final class NonconformityNumber {

    private static final String KEY = "ncr.number.pattern";
    private static final String ZONE = "business.zone";

    private NonconformityNumber() {}

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

    public static Series at(Instant now, PolicyValues policies) {
        PolicyValue.NumberPattern pattern = policies.numberPattern(KEY);
        String prefix = pattern.date().format(now.atZone(policies.zone(ZONE)));
        return new Series("nonconformity:" + prefix, prefix, pattern.digits());
    }
}
