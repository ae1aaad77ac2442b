package io.huiyin.kernel.calendar;

import java.time.LocalDate;

/** Years from the first to the last. */
public record Years(int first, int last) {

    public Years {
        if (last < first) {
            throw new IllegalArgumentException("years from " + first + " to " + last + " are none");
        }
    }

    /** Whether there are no years between them. */
    public boolean meets(Years other) {
        return other.first <= last + 1 && first <= other.last + 1;
    }

    /**
     * All years of both.
     *
     * @throws IllegalArgumentException when there are years between them
     */
    public Years with(Years other) {
        if (!meets(other)) {
            throw new IllegalArgumentException(
                    other.first + " to " + other.last + " do not follow on " + first + " to " + last);
        }
        return new Years(Math.min(first, other.first), Math.max(last, other.last));
    }

    /** Whether a day lies in them. */
    public boolean contains(LocalDate day) {
        return first <= day.getYear() && day.getYear() <= last;
    }
}
