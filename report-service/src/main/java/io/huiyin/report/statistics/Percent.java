package io.huiyin.report.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

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
}
