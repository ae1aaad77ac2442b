package io.huiyin.report.rules;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.Schedule;
import io.huiyin.report.ReportDue;
import io.huiyin.report.ReportPeriod;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A report is due by the day its policy names, in the first month the policy names of the period that follows its own: the monthly one
 * by the 10th of the next month ({@code rpt.day.month}, {@code .quarter}, {@code .year}). The fourth quarter's has none where the policy
 * names no month for it, as it stands inside January's yearly report. Later editions keep the day of the first. RPT-01, RPT-05, X-09,
 *
 */
public final class ReportDueDay {

    private ReportDueDay() {}

    /**
     * The day that is promised already, else by the policy and calendar in force; null when the policy names none.
     *
     * @param promised the day of an earlier edition of the period
     */
    public static @Nullable ReportDue of(ReportPeriod period, @Nullable ReportDue promised, Context context) {
        if (promised != null) {
            return promised;
        }
        String key = switch (period.length()) {
            case MONTH -> "rpt.day.month";
            case QUARTER -> "rpt.day.quarter";
            case YEAR -> "rpt.day.year";
        };
        Schedule schedule = context.policies().value(key, Schedule.class);
        PolicyRef policy = context.policies().ref(key);
        BusinessCalendar calendar = context.calendar();
        YearMonth next = period.last().plusMonths(1);
        return schedule.monthIn(next, period.length().months())
                .map(month -> new ReportDue(schedule.dayOfMonth().dayIn(month, calendar), policy, calendar.version()))
                .orElse(null);
    }
}
