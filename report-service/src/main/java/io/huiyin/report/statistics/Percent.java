package io.huiyin.report.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Percentages with two decimals, rounded half-up from exact integers. */
public final class Percent {

    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /** A part in percent of a whole that is not zero. */
    public static String of(long part, long whole) {
        return BigDecimal.valueOf(part)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** A part in percent of a whole; of nothing it is nothing. */
    static String ofAny(long part, long whole) {
        return of(part, whole == 0 ? 1 : whole);
    }

    /** A part in percent of a whole; null where there is no whole. */
    public static @Nullable String rate(long part, long whole) {
        return whole == 0 ? null : of(part, whole);
    }
}
