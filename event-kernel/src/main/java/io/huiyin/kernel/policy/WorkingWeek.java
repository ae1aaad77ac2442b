package io.huiyin.kernel.policy;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a company works: the data of a business calendar. X-09.
 *
 * @param zone in which its times are
 * @param holidays country (ISO 3166) whose holidays are free; null when none is
 * @param week windows of each weekday; a day without any is free
 * @param seasons parts of the year with a week of their own
 */
public record WorkingWeek(
        ZoneId zone, @Nullable String holidays, Map<DayOfWeek, List<Window>> week, List<Season> seasons)
        implements PolicyValue {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public WorkingWeek {
        if (holidays != null && !COUNTRIES.contains(holidays)) {
            throw new IllegalArgumentException("holidays are those of a country such as CN");
        }
        week = checked(week);
        seasons = List.copyOf(seasons);
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
