package io.huiyin.kernel.deadline;

import io.huiyin.kernel.calendar.Recipe;
import io.huiyin.kernel.calendar.SlowTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reference: lets a clock run through every minute of its history. */
record SlowClock(SlowTime time, History history) {

    /** What it shows, in minutes. */
    record Shown(int due, int total, int used, int overdueBy, boolean overdue) {}

    private int end() {
        return Math.min(history.at(), history.stop());
    }

    private boolean isPaused(int minute) {
        return minute < end() && isIn(history.pauses(), minute);
    }

    private static boolean isIn(List<int[]> pairs, int minute) {
        for (int[] pair : pairs) {
            if (pair[0] <= minute && minute < pair[1]) {
                return true;
            }
        }
        return false;
    }

    private boolean runs(int minute) {
        return time.counts(history.kind(), minute) && !isPaused(minute);
    }

    private int run(int from, int to) {
        int run = 0;
        for (int minute = from; minute < to; minute++) {
            run += runs(minute) ? 1 : 0;
        }
        return run;
    }

    /** Null when it lies beyond the time looked at. */
    @Nullable
    Shown shown() {
        int made = history.start();
        int promised = time.due(history.kind(), history.start(), history.limit());
        for (int[] date : history.agreed()) {
            if (date[0] <= end()) {
                made = date[0];
                promised = date[1];
            }
        }
        if (promised == SlowTime.BEYOND || promised >= Recipe.MINUTES || end() >= Recipe.MINUTES) {
            return null;
        }
        int left = time.counted(history.kind(), made, promised);
        int total = run(history.start(), made) + left;
        int due = made;
        for (; left > 0; due++) {
            if (due >= Recipe.MINUTES) {
                return null;
            }
            left -= runs(due) ? 1 : 0;
        }
        due = Math.max(due, promised);
        return new Shown(due, total, Math.min(total, run(history.start(), end())), run(due, end()), end() > due);
    }

    /** What a department used of the limit, and its delay. */
    int[] share(List<int[]> holdings, int due) {
        int used = 0;
        int overdue = 0;
        for (int minute = history.start(); minute < end(); minute++) {
            if (isIn(holdings, minute) && runs(minute)) {
                used += minute < due ? 1 : 0;
                overdue += minute < due ? 0 : 1;
            }
        }
        return new int[] {used, overdue};
    }
}
