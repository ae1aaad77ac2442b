package io.huiyin.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks over the time a calendar is open from an instant on: in order, nothing twice, nothing empty. */
final class Openings {

    /** How many days in a row may be closed before the search is given up. */
    static final int FURTHEST = 3_660;

    private final BusinessCalendar calendar;
    private Instant from;
    private LocalDate day;
    private List<Stretch> today;
    private int place;

    Openings(BusinessCalendar calendar, Instant from, LocalDate day) {
        this.calendar = calendar;
        this.from = from;
        this.day = day;
        today = calendar.openings(day);
    }

    /**
     * The next one.
     *
     * @throws NoOpening when there is none far and wide
     */
    Stretch next() {
        LocalDate start = day;
        Stretch next = nextUntil(start.plusDays(FURTHEST));
        if (next == null) {
            throw new NoOpening(calendar.version(), start, FURTHEST);
        }
        return next;
    }

    /** The next one of those that belong to days up to a last one. */
    @Nullable
    Stretch nextUntil(LocalDate last) {
        while (true) {
            while (place < today.size()) {
                Stretch next = today.get(place++);
                Instant start = next.from().isAfter(from) ? next.from() : from;
                if (start.isBefore(next.to())) {
                    from = next.to();
                    return new Stretch(start, next.to(), next.kind(), next.name());
                }
            }
            if (!day.isBefore(last)) {
                return null;
            }
            day = day.plusDays(1);
            today = calendar.openings(day);
            place = 0;
        }
    }
}
