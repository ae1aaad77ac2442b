package io.huiyin.kernel.calendar;

import java.time.LocalDate;

/** Years from the first to the last. */
public record Years(int first, int last) {

    public Years {
        if (last < first) {
            throw new IllegalArgumentException("years from " + first + " to " + last + " are none");
        }
    }

    /** Whether a day lies in them. */
    public boolean contains(LocalDate day) {
        return first <= day.getYear() && day.getYear() <= last;
    }
}
