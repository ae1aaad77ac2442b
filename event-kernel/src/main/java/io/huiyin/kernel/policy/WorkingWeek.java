package io.huiyin.kernel.policy;

import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.Years;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a company works: the data of a business calendar. X-09.
 *
 * @param zone in which its times are
 * @param holidays country (ISO 3166) whose holidays are free; null when none is
 * @param week windows of each weekday; a day without any is free
 * @param seasons parts of the year with a week of their own
 * @param days single days that are special, whatever the country's holidays say of them: make-up workdays, extra holidays, shutdowns
 * @param years for which they have all that the authorities announced, beside the years in which the country's holidays are known;
 *     null when they say so of none
 */
public record WorkingWeek(
        ZoneId zone,
        @Nullable String holidays,
        Map<DayOfWeek, List<Window>> week,
        List<Season> seasons,
        List<Special> days,
        @Nullable Years years)
        implements PolicyValue {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public WorkingWeek {
        if (holidays != null && !COUNTRIES.contains(holidays)) {
            throw new IllegalArgumentException("holidays are those of a country such as CN");
        }
        week = checked(week);
        seasons = List.copyOf(seasons);
        days = List.copyOf(days);
        byDate(days);
    }

    /** One without special days of its own. */
    public WorkingWeek(
            ZoneId zone, @Nullable String holidays, Map<DayOfWeek, List<Window>> week, List<Season> seasons) {
        this(zone, holidays, week, seasons, List.of(), null);
    }

    /** Its special days by date. */
    public SortedMap<LocalDate, SpecialDay> specialDays() {
        return byDate(days);
    }

    private static SortedMap<LocalDate, SpecialDay> byDate(List<Special> days) {
        SortedMap<LocalDate, SpecialDay> byDate = new TreeMap<>();
        for (Special special : days) {
            special.dates().forEach(date -> {
                if (byDate.put(date, special.what()) != null) {
                    throw new IllegalArgumentException(date + " is a special day twice");
                }
            });
        }
        return byDate;
    }

    /** What a day is, or each of several in a row. */
    public record Special(LocalDate from, LocalDate to, SpecialDay what) {

        private static final Years REACH = new Years(2000, 2100);

        public Special {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("to " + to + " is before " + from);
            }
            if (!REACH.contains(from) || !REACH.contains(to)) {
                throw new IllegalArgumentException(
                        "a special day is one of the years " + REACH.first() + " to " + REACH.last());
            }
        }

        /** A single day. */
        public static Special on(LocalDate date, SpecialDay what) {
            return new Special(date, date, what);
        }

        Stream<LocalDate> dates() {
            return from.datesUntil(to.plusDays(1));
        }
    }

    /** A part of each year, from one day to another, both included; one that ends before it begins passes the new year. */
    public record Season(String name, MonthDay from, MonthDay to, Map<DayOfWeek, List<Window>> week) {
        public Season {
            week = checked(week);
        }
    }

    private static Map<DayOfWeek, List<Window>> checked(Map<DayOfWeek, List<Window>> week) {
        Map<DayOfWeek, List<Window>> checked = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, windows) -> {
            List<Window> rising =
                    windows.stream().sorted(Comparator.comparing(Window::from)).toList();
            for (int place = 1; place < rising.size(); place++) {
                Window before = rising.get(place - 1);
                boolean pastMidnight = !before.to().isAfter(before.from());
                if (pastMidnight || rising.get(place).from().isBefore(before.to())) {
                    throw new IllegalArgumentException("windows of a day must not overlap");
                }
            }
            checked.put(day, rising);
        });
        if (checked.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a week must have a window");
        }
        return Collections.unmodifiableMap(checked);
    }
}
