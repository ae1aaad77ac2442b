package io.huiyin.report.rules;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.report.ReportPeriod;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarterly report covers the three calendar months of a quarter; the fourth one, which stands inside January's yearly report,
 * may be compiled on request (RPT-05; RULEBOOK §11 no. 15).
 */
public final class QuarterlyPeriod {

    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-Q([1-4])");
    private static final int MONTHS = 3;

    private QuarterlyPeriod() {}

    /**
     * Reads {@code 2015-Q1}.
     *
     * @throws InvalidInput naming {@code /period} when there is no such quarter
     */
    public static ReportPeriod of(String period) {
        Matcher quarter = QUARTER.matcher(period);
        if (quarter.matches() && Integer.parseInt(quarter.group(1)) > 0) {
            int month = (Integer.parseInt(quarter.group(2)) - 1) * MONTHS + 1;
            return new ReportPeriod(
                    ReportPeriod.Length.QUARTER, YearMonth.of(Integer.parseInt(quarter.group(1)), month));
        }
        throw new InvalidInput("/period", "must be a quarter, such as 2015-Q1");
    }
}
