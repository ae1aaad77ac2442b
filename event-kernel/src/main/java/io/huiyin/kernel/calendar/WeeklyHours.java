package io.huiyin.kernel.calendar;

import io.huiyin.kernel.policy.PolicyValue.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When work is done in an ordinary week. A window belongs to the day it begins on, also when it ends on the next one; one whose
 * ends are equal is a whole day long. A day without windows is a day off. Windows that overlap are refused.
 */
public record WeeklyHours(Map<DayOfWeek, List<Window>> windows) {

    /** No day worked. */
    public static final WeeklyHours NONE = new WeeklyHours(Map.of());

    public WeeklyHours {
        Map<DayOfWeek, List<Window>> sorted = new EnumMap<>(DayOfWeek.class);
        windows.forEach((day, some) -> {
            if (!some.isEmpty()) {
                sorted.put(day, checked(day.toString(), some));
            }
        });
        for (DayOfWeek day : DayOfWeek.values()) {
            refuseRunInto(day, sorted.getOrDefault(day, List.of()), sorted.getOrDefault(day.plus(1), List.of()));
        }
        windows = Map.copyOf(sorted);
    }

    /** The same windows on some days. */
    public static WeeklyHours on(Set<DayOfWeek> days, Window... windows) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(windows)));
        return new WeeklyHours(week);
    }

    /** Windows that begin on a day, in order. */
    public List<Window> of(DayOfWeek day) {
        return windows.getOrDefault(day, List.of());
    }

    /** Whether no day is worked. */
    public boolean isEmpty() {
        return windows.isEmpty();
    }

    /** In order; refused when two overlap. */
    static List<Window> checked(String day, List<Window> windows) {
        List<Window> sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparing(Window::from));
        for (int next = 1; next < sorted.size(); next++) {
            Window before = sorted.get(next - 1);
            if (endsNextDay(before) || before.to().isAfter(sorted.get(next).from())) {
                throw new IllegalArgumentException(
                        day + ": " + text(before) + " and " + text(sorted.get(next)) + " overlap");
            }
        }
        return List.copyOf(sorted);
    }

    private static void refuseRunInto(DayOfWeek day, List<Window> windows, List<Window> nextDay) {
        if (windows.isEmpty() || nextDay.isEmpty() || !endsNextDay(windows.getLast())) {
            return;
        }
        if (windows.getLast().to().isAfter(nextDay.getFirst().from())) {
            throw new IllegalArgumentException(day + ": " + text(windows.getLast()) + " runs into "
                    + text(nextDay.getFirst()) + " of " + day.plus(1));
        }
    }

    private static boolean endsNextDay(Window window) {
        return !window.to().isAfter(window.from());
    }

    /** The day a window that begins on a day ends on; midnight belongs to the next. */
    static LocalDate lastDay(LocalDate day, Window window) {
        return endsNextDay(window) ? day.plusDays(1) : day;
    }

    static String text(Window window) {
        return window.from() + "-" + window.to();
    }

    /** A window of a whole day. */
    static Window wholeDay() {
        return new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }
}
