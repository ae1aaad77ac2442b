package io.huiyin.report.rules;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** The trend shows the month of the report and the eleven before it, also where a month had no complaint (RPT-28). */
public final class TrendOfTwelveMonths {

    private static final int MONTHS = 12;

    private TrendOfTwelveMonths() {}

    /** The months, the earliest first. */
    public static List<YearMonth> upTo(YearMonth month) {
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(place -> month.minusMonths(MONTHS - place))
                .toList();
    }
}
