package io.huiyin.report.rules;

import io.huiyin.kernel.decide.InvalidInput;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** A monthly report covers one calendar month, from the first day to the last (RPT-01). */
public final class MonthlyPeriod {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    private MonthlyPeriod() {}

    /**
     * Reads {@code 2015-01}.
     *
     * @throws InvalidInput naming {@code /period} when there is no such month
     */
    public static YearMonth of(String period) {
        try {
            if (MONTH.matcher(period).matches()) {
                YearMonth month = YearMonth.parse(period);
                if (month.getYear() > 0) {
                    return month;
                }
            }
        } catch (DateTimeException e) {
            // falls through
        }
        throw new InvalidInput("/period", "must be a month that exists, such as 2015-01");
    }
}
