package io.huiyin.report.rules;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.report.ReportPeriod;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** A yearly report covers one calendar year, all four quarters of it (RPT-05). */
public final class YearlyPeriod {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private YearlyPeriod() {}

    /**
     * Reads {@code 2015}.
     *
     * @throws InvalidInput naming {@code /period} when there is no such year
     */
    public static ReportPeriod of(String period) {
        if (YEAR.matcher(period).matches() && Integer.parseInt(period) > 0) {
            return new ReportPeriod(ReportPeriod.Length.YEAR, YearMonth.of(Integer.parseInt(period), 1));
        }
        throw new InvalidInput("/period", "must be a year, such as 2015");
    }
}
