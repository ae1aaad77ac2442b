package io.huiyin.kernel.calendar;

import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The reference: every minute is looked at by itself. It watches the wall clock tick from minute to minute, remembers the latest time
 * it has shown, and asks whether that lies in a window. Minutes are told from the begin of the {@link Recipe}.
 */
public final class SlowTime {

    /** The answer lies beyond the time looked at. */
    public static final int BEYOND = -1;

    private static final int BEFORE = 3 * 1440;

    private final Recipe recipe;
    private final long[] shown = new long[Recipe.MINUTES];
    private final long[] standing = new long[Recipe.MINUTES];
    private final boolean[] open = new boolean[Recipe.MINUTES];
    private final boolean[] workday = new boolean[Recipe.MINUTES];

    public SlowTime(Recipe recipe) {
        this.recipe = recipe;
        long latest = Long.MIN_VALUE;
        for (int minute = -BEFORE; minute < Recipe.MINUTES; minute++) {
            LocalDateTime local = LocalDateTime.ofInstant(instant(minute), recipe.zone());
            long now = local.toLocalDate().toEpochDay() * 1440 + local.getHour() * 60L + local.getMinute();
            boolean again = now <= latest;
            if (minute >= 0) {
                standing[minute] = again ? latest + 1 : now;
                shown[minute] = Math.max(latest, now);
                long day = shown[minute] / 1440;
                open[minute] = isIn(recipe.of(day - 1), shown[minute] - (day - 1) * 1440)
                        || isIn(recipe.of(day), shown[minute] - day * 1440);
                workday[minute] = !recipe.of(day).isEmpty();
            }
            latest = Math.max(latest, now);
        }
    }

    private static boolean isIn(List<int[]> windows, long minute) {
        for (int[] window : windows) {
            if (window[0] <= minute && minute < window[1]) {
                return true;
            }
        }
        return false;
    }

    public Instant instant(int minute) {
        return Instant.ofEpochSecond((recipe.begin() + minute) * 60);
    }

    public boolean isOpen(int minute) {
        return open[minute];
    }

    /** Whether a minute counts. */
    public boolean counts(CalendarKind kind, int minute) {
        return switch (kind) {
            case ELAPSED, CALENDAR_DAYS -> true;
            case WORKING -> open[minute];
            case WORKING_DAYS -> workday[minute];
        };
    }

    public int counted(CalendarKind kind, int from, int to) {
        int counted = 0;
        for (int minute = from; minute < to; minute++) {
            counted += counts(kind, minute) ? 1 : 0;
        }
        return counted;
    }

    public int nextOpening(int minute) {
        for (int later = minute; later < Recipe.MINUTES; later++) {
            if (open[later]) {
                return later;
            }
        }
        return BEYOND;
    }

    /** When a limit of so many minutes or days is due. */
    public int due(CalendarKind kind, int start, int limit) {
        if (limit == 0) {
            return start;
        }
        return switch (kind) {
            case ELAPSED, WORKING -> after(kind, start, limit);
            case CALENDAR_DAYS -> reached(start, standing[start] + limit * 1440L);
            case WORKING_DAYS -> dueOnWorkingDay(start, limit);
        };
    }

    private int after(CalendarKind kind, int start, int limit) {
        int left = limit;
        for (int minute = start; minute < Recipe.MINUTES; minute++) {
            left -= counts(kind, minute) ? 1 : 0;
            if (left == 0) {
                return minute + 1;
            }
        }
        return BEYOND;
    }

    private int reached(int from, long time) {
        for (int minute = from; minute < Recipe.MINUTES; minute++) {
            if (shown[minute] >= time) {
                return minute;
            }
        }
        return BEYOND;
    }

    private int dueOnWorkingDay(int start, int days) {
        long first = shown[start] / 1440;
        long last = first;
        for (int left = days; left > 0; ) {
            last++;
            left -= recipe.of(last).isEmpty() ? 0 : 1;
            if (last > first + 100) {
                return BEYOND;
            }
        }
        if (!workday[start]) {
            return reached(start, (last + 1) * 1440);
        }
        int due = reached(start, standing[start] + (last - first) * 1440);
        while (due > start && !workday[due - 1]) {
            due--;
        }
        return due;
    }
}
