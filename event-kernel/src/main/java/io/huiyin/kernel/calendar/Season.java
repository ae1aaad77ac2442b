package io.huiyin.kernel.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A part of every year with hours of its own, such as summer nights.
 *
 * @param first its first day
 * @param last its last day; before the first one when it lasts over new year
 */
public record Season(String name, MonthDay first, MonthDay last, WeeklyHours hours) {

    /** Whether a day lies in it. */
    public boolean contains(LocalDate day) {
        return contains(MonthDay.from(day));
    }

    private boolean contains(MonthDay day) {
        boolean begun = !day.isBefore(first);
        boolean notOver = !day.isAfter(last);
        return first.isAfter(last) ? begun || notOver : begun && notOver;
    }

    /** Whether some day lies in both. */
    boolean overlaps(Season other) {
        return contains(other.first) || other.contains(first);
    }
}
