package io.huiyin.kernel.deadline;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.calendar.SlowTime;
import io.huiyin.kernel.calendar.World;
import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What may happen to a clock, in minutes of a {@link SlowTime}.
 *
 * @param limit in minutes or days
 * @param pauses from, to; the last to may be {@link #OPEN}
 * @param agreed when, until
 * @param stop {@link #OPEN} while it goes on
 */
record History(CalendarKind kind, int start, int limit, List<int[]> pauses, List<int[]> agreed, int stop, int at) {

    private static final List<CalendarKind> KINDS = List.of(CalendarKind.values());
    static final int OPEN = Integer.MAX_VALUE;
    static final int DAY = 1440;

    /** A random one. */
    static History random(SplittableRandom random) {
        CalendarKind kind = KINDS.get(random.nextInt(KINDS.size()));
        int start = random.nextInt(25 * DAY);
        int limit = random.nextInt(12) == 0 ? 0 : kind.isOfDays() ? random.nextInt(1, 8) : random.nextInt(1, 3000);
        List<int[]> pauses = new ArrayList<>();
        for (int some = random.nextInt(4); some > 0; some--) {
            int from = start + random.nextInt(-DAY, 12 * DAY);
            pauses.add(new int[] {from, random.nextInt(6) == 0 ? OPEN : from + random.nextInt(4 * DAY)});
        }
        List<int[]> agreed = new ArrayList<>();
        for (int some = random.nextInt(3) - 1, made = start; some > 0; some--) {
            made += random.nextInt(5 * DAY);
            agreed.add(new int[] {made, made + random.nextInt(8 * DAY)});
        }
        int stop = random.nextInt(3) == 0 ? start + random.nextInt(15 * DAY) : OPEN;
        int at = Math.max(0, start + random.nextInt(-DAY, 15 * DAY));
        return new History(kind, start, limit, pauses, agreed, stop, at);
    }

    Limit realLimit() {
        return new Limit(kind.isOfDays() ? Duration.ofDays(limit) : Duration.ofMinutes(limit), kind);
    }

    /** The real clock. */
    Clock clock(BusinessCalendar calendar, SlowTime time) {
        return withHistory(Clock.start(time.instant(start), realLimit(), calendar), time);
    }

    /** The real clock, of which the due instant is already recorded. */
    Clock promised(Instant due, BusinessCalendar calendar, SlowTime time) {
        return withHistory(Clock.promised(time.instant(start), due, kind, calendar), time);
    }

    private Clock withHistory(Clock started, SlowTime time) {
        List<Promise> promises = new ArrayList<>(started.promises());
        agreed.forEach(date -> promises.add(new Promise(time.instant(date[0]), time.instant(date[1]))));
        return new Clock(
                started.start(),
                kind,
                started.calendar(),
                promises,
                pauses.stream()
                        .map(pause -> new Pause(
                                time.instant(pause[0]), pause[1] == OPEN ? null : time.instant(pause[1]), "waiting"))
                        .toList(),
                stop == OPEN ? null : time.instant(stop));
    }

    History withPauses(List<int[]> other) {
        return new History(kind, start, limit, other, agreed, stop, at);
    }

    History with(int[] pause) {
        List<int[]> more = new ArrayList<>(pauses);
        more.add(pause);
        return withPauses(more);
    }

    History withStart(int other) {
        return new History(kind, other, limit, pauses, agreed, stop, at);
    }

    History withLimit(int other) {
        return new History(kind, start, other, pauses, agreed, stop, at);
    }

    History withoutDates() {
        return new History(kind, start, limit, pauses, List.of(), stop, at);
    }

    History running() {
        return new History(kind, start, limit, pauses, agreed, OPEN, at);
    }

    History at(int other) {
        return new History(kind, start, limit, pauses, agreed, stop, other);
    }

    @Override
    public String toString() {
        return kind + " " + limit + " from " + start + ", pauses " + text(pauses) + ", agreed " + text(agreed)
                + ", stop " + stop + ", at " + at;
    }

    private static String text(List<int[]> pairs) {
        return pairs.stream().map(pair -> pair[0] + "-" + pair[1]).toList().toString();
    }

    /** Random calendars and histories, with what to print when one fails. */
    interface Property {
        void check(BusinessCalendar calendar, SlowTime time, History history, SplittableRandom random, String told);
    }

    static void forAll(Property property) {
        for (World world : World.ALL) {
            SplittableRandom random = new SplittableRandom(world.seed());
            for (int times = 0; times < 100; times++) {
                History history = random(random);
                String told = "seed " + world.seed() + ", " + world.calendar().zone() + ", " + history;
                property.check(world.calendar(), world.slow(), history, random, told);
            }
        }
    }
}
