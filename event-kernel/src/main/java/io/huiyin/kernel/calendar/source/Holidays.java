package io.huiyin.kernel.calendar.source;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.Years;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The public holidays of a country as special days. They come from Jollyday where they follow rules, and from
 * {@code calendars/<country>.yaml} where an authority announces them year by year, make-up workdays included, as in China.
 */
public final class Holidays {

    private static final Pattern DASH = Pattern.compile("-");

    private Holidays() {}

    /**
     * The holidays of some years.
     *
     * @param place a country, or a part of one, by ISO 3166: {@code CN}, {@code DE-BY}
     * @param years which ones, if they follow rules; a file has those that were announced, and says which
     * @param language of the names, where there is a choice
     * @throws IllegalArgumentException when nothing is known of the place
     */
    public static CalendarFile of(String place, Years years, Locale language) {
        String[] parts = DASH.split(place.toUpperCase(Locale.ROOT));
        String file = "calendars/" + parts[0] + ".yaml";
        try (InputStream announced = Holidays.class.getClassLoader().getResourceAsStream(file)) {
            return announced == null ? byRule(place, parts, years, language) : CalendarFile.read(file, announced);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static CalendarFile byRule(String place, String[] parts, Years years, Locale language) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(parts[0])) {
            throw new IllegalArgumentException(
                    "no holidays are known of " + place + ": have none, and give them in a calendar file");
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        String[] part = Arrays.stream(parts)
                .skip(1)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        refuseUnknown(place, part, manager);
        SortedMap<LocalDate, SpecialDay> days = new TreeMap<>();
        for (int year = years.first(); year <= years.last(); year++) {
            Set<Holiday> holidays = manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, part);
            holidays.stream()
                    .sorted()
                    .forEach(holiday -> days.merge(
                            holiday.getDate(),
                            new SpecialDay.Closed(holiday.getDescription(language)),
                            (one, other) -> new SpecialDay.Closed(one.name() + ", " + other.name())));
        }
        return new CalendarFile(days, years);
    }

    private static void refuseUnknown(String place, String[] part, HolidayManager manager) {
        var known = manager.getCalendarHierarchy().getChildren();
        for (String name : part) {
            var child = known.get(name);
            if (child == null) {
                throw new IllegalArgumentException("no holidays are known of " + place + ": " + name + " is none of "
                        + known.keySet().stream().sorted().toList());
            }
            known = child.getChildren();
        }
    }
}
