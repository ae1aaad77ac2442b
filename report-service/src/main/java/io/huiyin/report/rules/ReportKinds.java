package io.huiyin.report.rules;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.report.ReportPeriod;
import java.util.List;

/** Which reports there are: the monthly, the quarterly and the yearly quality report, all of the same contents (RPT-01, RPT-05). */
public final class ReportKinds {

    /** 月质量报告. */
    public static final String MONTHLY_QUALITY = "monthly-quality";

    /** 季度质量报告. */
    public static final String QUARTERLY_QUALITY = "quarterly-quality";

    /** 年度质量报告. */
    public static final String YEARLY_QUALITY = "yearly-quality";

    /** All of them, as requests and events call them. */
    public static final List<String> ALL = List.of(MONTHLY_QUALITY, QUARTERLY_QUALITY, YEARLY_QUALITY);

    private ReportKinds() {}

    /**
     * The kind, if there is one of that name.
     *
     * @throws InvalidInput naming {@code /kind}
     */
    public static String known(String kind) {
        if (!ALL.contains(kind)) {
            throw new InvalidInput("/kind", "is none of " + String.join(", ", ALL));
        }
        return kind;
    }

    /**
     * The period of a report of a kind.
     *
     * @throws InvalidInput naming {@code /kind} or {@code /period}
     */
    public static ReportPeriod period(String kind, String period) {
        return switch (known(kind)) {
            case QUARTERLY_QUALITY -> QuarterlyPeriod.of(period);
            case YEARLY_QUALITY -> YearlyPeriod.of(period);
            default -> new ReportPeriod(ReportPeriod.Length.MONTH, MonthlyPeriod.of(period));
        };
    }
}
