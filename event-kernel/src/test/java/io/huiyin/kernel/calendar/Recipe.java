package io.huiyin.kernel.calendar;

import io.huiyin.kernel.policy.PolicyValue.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A random calendar in plain figures, from which both the real one and the slow reference are made. Windows are pairs of minutes of
 * their day, past 1440 on the next one; weeks go by day of the week from 1.
 *
 * @param begin of the time looked at, in minutes since 1970
 * @param special by day since 1970; none is a day closed
 * @param like by day since 1970: the day of the week it is worked as
 */
public record Recipe(
        ZoneId zone,
        long begin,
        Map<Integer, List<int[]>> week,
        List<Part> seasons,
        Map<Long, List<int[]>> special,
        Map<Long, Integer> like) {

    /** A season, by month * 100 + day. */
    public record Part(int first, int last, Map<Integer, List<int[]>> week) {}

    /** How many minutes are looked at. */
    public static final int MINUTES = 70 * 1440;

    /** Berlin, New York: both ways by an hour; Lord Howe by half of one; Beirut at midnight; St John's a minute after; Apia by a day. */
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Beirut",
            "America/St_Johns",
            "Pacific/Apia");

    /** One calendar; most look at a change of the clocks. */
    public static Recipe random(SplittableRandom random) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Instant from = Instant.parse(random.nextBoolean() ? "2010-01-01T00:00:00Z" : "2026-01-01T00:00:00Z")
                .plus(random.nextInt(700), ChronoUnit.DAYS);
        var change = zone.getRules().nextTransition(from);
        Instant begin = change == null || random.nextInt(5) == 0
                ? from
                : change.getInstant().minus(random.nextInt(6, 20), ChronoUnit.DAYS);
        LocalDate first = LocalDate.ofInstant(begin, zone);
        Map<Long, List<int[]>> special = new HashMap<>();
        Map<Long, Integer> like = new HashMap<>();
        for (int some = random.nextInt(8); some > 0; some--) {
            long day = first.toEpochDay() + random.nextInt(60);
            switch (random.nextInt(4)) {
                case 0 -> special.put(day, windows(random));
                case 1 -> like.put(day, random.nextInt(1, 8));
                default -> special.put(day, List.of());
            }
        }
        like.keySet().removeAll(special.keySet());
        List<Part> seasons = random.nextInt(3) == 0
                ? List.of(new Part(figure(first.plusDays(15)), figure(first.plusDays(40)), week(random)))
                : List.of();
        return new Recipe(zone, begin.getEpochSecond() / 60, week(random), seasons, special, like);
    }

    private static int figure(LocalDate day) {
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private static Map<Integer, List<int[]>> week(SplittableRandom random) {
        while (true) {
            Map<Integer, List<int[]>> week = new HashMap<>();
            List<int[]> usual = windows(random);
            for (int day = 1; day <= 7; day++) {
                boolean off = random.nextInt(7) < (day > 5 ? 5 : 1);
                week.put(day, off ? List.of() : random.nextInt(4) == 0 ? windows(random) : usual);
            }
            if (week.values().stream().anyMatch(day -> !day.isEmpty()) && apart(week)) {
                return week;
            }
        }
    }

    private static boolean apart(Map<Integer, List<int[]>> week) {
        for (int day = 1; day <= 7; day++) {
            List<int[]> tomorrow = week.getOrDefault(day % 7 + 1, List.of());
            int end = week.getOrDefault(day, List.of()).stream()
                    .mapToInt(window -> window[1])
                    .max()
                    .orElse(0);
            int start = tomorrow.stream().mapToInt(window -> window[0]).min().orElse(1440);
            if (end - 1440 > start) {
                return false;
            }
        }
        return true;
    }

    /** One to three; now and then over midnight, often with an end in the small hours, where clocks change. */
    private static List<int[]> windows(SplittableRandom random) {
        int count = random.nextInt(1, 4);
        int[] ends = new int[2 * count];
        for (int end = 0; end < ends.length; end++) {
            ends[end] = random.nextInt(3) == 0 ? random.nextInt(0, 200) : random.nextInt(0, 1440);
        }
        Arrays.sort(ends);
        if (random.nextInt(4) == 0) {
            ends[ends.length - 1] = 1440 + random.nextInt(ends[ends.length - 2] + 1);
        }
        List<int[]> windows = new ArrayList<>();
        for (int end = 0; end < ends.length; end += 2) {
            if (ends[end] < ends[end + 1] && ends[end + 1] - ends[end] <= 1440) {
                windows.add(new int[] {ends[end], ends[end + 1]});
            }
        }
        return windows.isEmpty() ? windows(random) : windows;
    }

    /** The windows that begin on a day since 1970. */
    public List<int[]> of(long day) {
        List<int[]> own = special.get(day);
        if (own != null) {
            return own;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        int figure = figure(date);
        Map<Integer, List<int[]>> hours = week;
        for (Part part : seasons) {
            boolean over = part.first() > part.last();
            boolean in = over
                    ? figure >= part.first() || figure <= part.last()
                    : figure >= part.first() && figure <= part.last();
            hours = in ? part.week() : hours;
        }
        return hours.getOrDefault(like.getOrDefault(day, date.getDayOfWeek().getValue()), List.of());
    }

    /** The real one. */
    public BusinessCalendar calendar() {
        SortedMap<LocalDate, SpecialDay> days = new TreeMap<>();
        special.forEach((day, windows) -> days.put(
                LocalDate.ofEpochDay(day),
                windows.isEmpty()
                        ? new SpecialDay.Closed("closed")
                        : new SpecialDay.Working("working", real(windows))));
        like.forEach((day, other) ->
                days.put(LocalDate.ofEpochDay(day), new SpecialDay.WorkingLike("like", DayOfWeek.of(other))));
        List<Season> parts = seasons.stream()
                .map(part -> new Season("season", real(part.first()), real(part.last()), real(part.week())))
                .toList();
        return new BusinessCalendar(new CalendarPlan(1, zone, real(week), parts, days, new Years(2010, 2028)));
    }

    private static MonthDay real(int figure) {
        return MonthDay.of(figure / 100, figure % 100);
    }

    private static WeeklyHours real(Map<Integer, List<int[]>> week) {
        Map<DayOfWeek, List<Window>> real = new HashMap<>();
        week.forEach((day, windows) -> real.put(DayOfWeek.of(day), real(windows)));
        return new WeeklyHours(real);
    }

    private static List<Window> real(List<int[]> windows) {
        return windows.stream()
                .map(window -> new Window(
                        LocalTime.ofSecondOfDay(window[0] * 60L), LocalTime.ofSecondOfDay(window[1] % 1440 * 60L)))
                .toList();
    }
}
