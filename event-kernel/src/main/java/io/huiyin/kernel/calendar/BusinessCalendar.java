package io.huiyin.kernel.calendar;

import io.huiyin.kernel.policy.PolicyValue.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * When an organisation works (RULEBOOK X-09), as pure functions of a {@link CalendarPlan}. All of them take days as they come: in
 * spring a window may lose an hour, in autumn gain one, and one whose end is skipped ends when the clock jumps. An opening includes
 * its first instant and not its last.
 */
public final class BusinessCalendar {

    private final CalendarPlan plan;
    private final LocalTimeline local;
    private final boolean wholeDays;

    public BusinessCalendar(CalendarPlan plan) {
        this(plan, false);
    }

    private BusinessCalendar(CalendarPlan plan, boolean wholeDays) {
        this.plan = plan;
        this.local = new LocalTimeline(plan.zone());
        this.wholeDays = wholeDays;
    }

    /** What it is made of. */
    public CalendarPlan plan() {
        return plan;
    }

    public int version() {
        return plan.version();
    }

    public ZoneId zone() {
        return plan.zone();
    }

    /**
     * Other hours beside the same special days: of a desk, of who calls customers. A day that is worked exceptionally has the hours of
     * the day it is worked like, else of its own weekday, else of a Friday.
     *
     * @param onHolidays whether holidays are days like others for it
     */
    public BusinessCalendar withHours(WeeklyHours hours, boolean onHolidays) {
        return new BusinessCalendar(plan.withHours(hours, onHolidays));
    }

    /** A calendar that is open around the clock on the same working days. */
    public BusinessCalendar wholeDays() {
        return new BusinessCalendar(plan, true);
    }

    /** Whether the special days of the year an instant lies in are known. */
    public boolean knows(Instant at) {
        return plan.known().contains(dayOf(at));
    }

    /** The local day an instant belongs to. */
    public LocalDate dayOf(Instant at) {
        return local.day(at);
    }

    /** The instant a local time is reached: the first of two, and the end of a gap it falls into. */
    public Instant reached(LocalDateTime time) {
        return local.reached(time);
    }

    /** Whether work begins on a day. */
    public boolean isWorkingDay(LocalDate day) {
        return !plan.windows(day).isEmpty();
    }

    /** The first working day after a day. */
    public LocalDate workingDayAfter(LocalDate day) {
        return workingDay(day, 1);
    }

    /** The last working day before a day. */
    public LocalDate workingDayBefore(LocalDate day) {
        return workingDay(day, -1);
    }

    private LocalDate workingDay(LocalDate from, int step) {
        for (int days = 1; days <= Openings.FURTHEST; days++) {
            LocalDate day = from.plusDays((long) step * days);
            if (isWorkingDay(day)) {
                return day;
            }
        }
        throw new NoOpening(version(), step > 0 ? from : from.minusDays(Openings.FURTHEST), Openings.FURTHEST);
    }

    /** Whether work is done at an instant. */
    public boolean isOpen(Instant at) {
        Stretch next = from(at).nextUntil(dayOf(at));
        return next != null && next.from().equals(at);
    }

    /**
     * The instant itself when it is open then, else the next at which it opens.
     *
     * @throws NoOpening when it does not open in ten years
     */
    public Instant nextOpening(Instant at) {
        return from(at).next().from();
    }

    /**
     * The first instant by which so much working time has passed; none passes at once. What ends with a window is not put off to the
     * next one.
     *
     * @throws NoOpening when it closes for ten years before
     */
    public Instant plus(Instant at, Duration working) {
        refuseNegative(working.isNegative());
        Instant end = at;
        Duration left = working;
        for (Openings openings = from(at); left.isPositive(); ) {
            Stretch open = openings.next();
            Duration taken = left.compareTo(open.length()) < 0 ? left : open.length();
            end = open.from().plus(taken);
            left = left.minus(taken);
        }
        return end;
    }

    /** Working time between two instants; none when the second is not after the first. */
    public Duration workingTime(Instant from, Instant to) {
        Duration working = Duration.ZERO;
        if (to.isAfter(from)) {
            Openings openings = from(from);
            LocalDate last = dayOf(to);
            for (Stretch open = openings.nextUntil(last);
                    open != null && open.from().isBefore(to);
                    open = openings.nextUntil(last)) {
                working = working.plus(Duration.between(open.from(), earlier(open.to(), to)));
            }
        }
        return working;
    }

    /** The same local time so many days of the calendar later. */
    public Instant plusDays(Instant at, int days) {
        refuseNegative(days < 0);
        return days == 0 ? at : local.reached(local.at(at).plusDays(days));
    }

    /**
     * The same local time so many working days later. What starts on a day off, or as a day begins, counts from the next working
     * day's beginning and lasts whole days: to the midnight that ends the last of them.
     *
     * @throws NoOpening when there are not so many, ten years long
     */
    public Instant plusWorkingDays(Instant at, int days) {
        refuseNegative(days < 0);
        if (days == 0) {
            return at;
        }
        LocalDate first = dayOf(at);
        LocalDate last = first;
        LocalDate oneBefore = first;
        for (int day = 0; day < days; day++) {
            oneBefore = last;
            last = workingDayAfter(last);
        }
        if (!isWorkingDay(first)) {
            return local.begin(last.plusDays(1));
        }
        Instant due = local.reached(local.at(at).plusDays(first.until(last, ChronoUnit.DAYS)));
        return due.isAfter(local.begin(last)) ? due : local.begin(oneBefore.plusDays(1));
    }

    /** All time between two instants in order, open or closed, as few stretches as there can be. */
    public List<Stretch> stretches(Instant from, Instant to) {
        List<Stretch> all = new ArrayList<>();
        if (to.isAfter(from)) {
            Openings openings = from(from);
            LocalDate last = dayOf(to);
            Instant told = from;
            for (Stretch open = openings.nextUntil(last);
                    open != null && open.from().isBefore(to);
                    open = openings.nextUntil(last)) {
                addClosed(all, told, open.from());
                told = earlier(open.to(), to);
                add(all, new Stretch(open.from(), told, open.kind(), open.name()));
            }
            addClosed(all, told, to);
        }
        return List.copyOf(all);
    }

    private void addClosed(List<Stretch> all, Instant from, Instant to) {
        LocalDate day = dayOf(from);
        for (Instant told = from; told.isBefore(to); day = day.plusDays(1)) {
            Instant end = earlier(local.begin(day.plusDays(1)), to);
            add(all, closed(day, told, end));
            told = end;
        }
    }

    private Stretch closed(LocalDate day, Instant from, Instant to) {
        if (isWorkingDay(day)) {
            return new Stretch(from, to, Stretch.Kind.OUTSIDE_HOURS, null);
        }
        SpecialDay special = plan.special(day);
        return special == null
                ? new Stretch(from, to, Stretch.Kind.DAY_OFF, null)
                : new Stretch(from, to, Stretch.Kind.HOLIDAY, special.name());
    }

    private static void add(List<Stretch> all, Stretch next) {
        if (!all.isEmpty() && all.getLast().isContinuedBy(next)) {
            all.add(new Stretch(all.removeLast().from(), next.to(), next.kind(), next.name()));
        } else if (next.from().isBefore(next.to())) {
            all.add(next);
        }
    }

    /** The day before may reach into the day an instant belongs to. */
    private Openings from(Instant at) {
        return new Openings(this, at, dayOf(at).minusDays(1));
    }

    /** The openings that begin on a day; some may be empty. */
    List<Stretch> openings(LocalDate day) {
        List<Window> windows = plan.windows(day);
        if (windows.isEmpty()) {
            return List.of();
        }
        SpecialDay special = plan.special(day);
        Stretch.Kind kind = special == null ? Stretch.Kind.WORKING_HOURS : Stretch.Kind.MAKE_UP_DAY;
        List<Stretch> openings = new ArrayList<>(windows.size());
        for (Window window : wholeDays ? List.of(WeeklyHours.wholeDay()) : windows) {
            openings.add(new Stretch(
                    local.reached(day.atTime(window.from())),
                    local.reached(WeeklyHours.lastDay(day, window).atTime(window.to())),
                    kind,
                    special == null ? null : special.name()));
        }
        return openings;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void refuseNegative(boolean negative) {
        if (negative) {
            throw new IllegalArgumentException("time is added, not taken away");
        }
    }
}
