package io.huiyin.kernel.calendar;

import io.huiyin.kernel.calendar.source.Holidays;
import io.huiyin.kernel.policy.PolicyValue.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Calendars that tests stand on. */
public final class Calendars {

    public static final Set<DayOfWeek> WORKWEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    public static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Years YEARS = new Years(2026, 2026);

    private Calendars() {}

    public static Window window(String from, String to) {
        return new Window(LocalTime.parse(from), LocalTime.parse(to));
    }

    public static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    /** The profile GENERAL: Monday to Friday, 9 to 12 and 13:30 to 18, and China's holidays. */
    public static BusinessCalendar general() {
        WeeklyHours week = WeeklyHours.on(WORKWEEK, window("09:00", "12:00"), window("13:30", "18:00"));
        return new BusinessCalendar(CalendarPlan.of(1, ZoneId.of("Asia/Shanghai"), week, YEARS)
                .with(Holidays.of("CN", YEARS, Locale.CHINESE).days()));
    }

    /** The same windows every day. */
    public static BusinessCalendar daily(String zone, Window... windows) {
        return new BusinessCalendar(CalendarPlan.of(1, ZoneId.of(zone), WeeklyHours.on(EVERY_DAY, windows), YEARS));
    }

    /** The profile AUTO: nights only, in summer from 18:30, in winter from 17:00. */
    public static BusinessCalendar nights() {
        return new BusinessCalendar(CalendarPlan.of(
                        1, ZoneId.of("Asia/Shanghai"), WeeklyHours.on(EVERY_DAY, window("12:00", "13:00")), YEARS)
                .withSeasons(List.of(
                        season("summer", "--05-01", "--09-30", "18:30"),
                        season("winter", "--10-01", "--04-30", "17:00"))));
    }

    private static Season season(String name, String first, String last, String from) {
        return new Season(
                name, MonthDay.parse(first), MonthDay.parse(last), WeeklyHours.on(EVERY_DAY, window(from, "08:00")));
    }
}
