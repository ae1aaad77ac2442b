package io.huiyin.report.rules;

import io.huiyin.report.ReportPeriod;
import java.util.List;

/**
 * A quarter is shown beside the seven quarters before it, a year beside the four years before it, also where there was no
 * complaint (RPT-28, RPT-05).
 */
public final class ComparedWithPeriodsBefore {

    private static final int QUARTERS = 8;
    private static final int YEARS = 5;

    private ComparedWithPeriodsBefore() {}

    /** The periods, the earliest first; of a month only itself and the one before, as its trend shows the months anyway. */
    public static List<ReportPeriod> upTo(ReportPeriod period) {
        return period.andBefore(
                switch (period.length()) {
                    case MONTH -> 2;
                    case QUARTER -> QUARTERS;
                    case YEAR -> YEARS;
                });
    }
}
