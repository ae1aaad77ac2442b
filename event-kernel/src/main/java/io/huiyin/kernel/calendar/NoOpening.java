package io.huiyin.kernel.calendar;

import java.io.Serial;
import java.time.LocalDate;

/** A calendar that does not open again in any time worth waiting for, such as one whose special days close everything. */
public final class NoOpening extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoOpening(int version, LocalDate after, int days) {
        super("version " + version + " of the calendar has no working day in the " + days + " days after " + after);
    }
}
