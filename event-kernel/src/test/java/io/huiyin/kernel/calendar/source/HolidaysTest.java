package io.huiyin.kernel.calendar.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.calendar.Calendars;
import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.Years;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where special days come from: rules where holidays follow any, announcements where they do not. */
class HolidaysTest {

    private static final Years YEARS = new Years(2026, 2027);

    @Test
    void holidaysThatFollowRulesAreThoseOfThePlaceAndTheYears() {
        CalendarFile berlin = Holidays.of("DE-BE", YEARS, Locale.GERMAN);
        CalendarFile bavaria = Holidays.of("de-by", YEARS, Locale.GERMAN);

        assertEquals(
                new SpecialDay.Closed("Tag der Deutschen Einheit"),
                berlin.days().get(LocalDate.of(2026, 10, 3)));
        assertFalse(berlin.days().containsKey(LocalDate.of(2027, 1, 6)));
        assertTrue(bavaria.days().containsKey(LocalDate.of(2027, 1, 6)), "Epiphany");
        assertEquals(LocalDate.of(2026, 1, 1), berlin.days().firstKey());
        assertEquals(LocalDate.of(2027, 12, 26), berlin.days().lastKey());
        assertEquals(YEARS, berlin.years());
    }

    @Test
    void namesFollowTheLanguage() {
        var days = Holidays.of("US", YEARS, Locale.ENGLISH).days();
        assertEquals(new SpecialDay.Closed("Christmas"), days.get(LocalDate.of(2026, 12, 25)));
        assertEquals(
                new SpecialDay.Closed("Independence Day"),
                days.get(LocalDate.of(2026, 7, 3)),
                "the fourth is a Saturday: the day it is observed is the one off");
    }

    @Test
    void chinasAreThoseTheStateCouncilAnnounced() {
        CalendarFile china = Holidays.of("CN", YEARS, Locale.CHINESE);

        assertEquals(new Years(2025, 2026), china.years(), "as far as they are announced, whatever is asked for");
        assertEquals(new SpecialDay.Closed("国庆节"), china.days().get(LocalDate.of(2026, 10, 7)));
        assertEquals(
                new SpecialDay.WorkingLike("国庆节调休", DayOfWeek.FRIDAY),
                china.days().get(LocalDate.of(2026, 10, 10)));
        assertFalse(china.days().containsKey(LocalDate.of(2026, 10, 8)));
        china.days().forEach((day, special) -> {
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            assertTrue(weekend || special instanceof SpecialDay.Closed, day + ": only weekends are made up");
        });
    }

    @Test
    void asManyDaysAreWorkedAsTheStateCouncilSaysInAYear() {
        for (int year : new int[] {2025, 2026}) {
            BusinessCalendar calendar = Calendars.general();
            long worked = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(calendar::isWorkingDay)
                    .count();
            assertEquals(248, worked, String.valueOf(year));
        }
    }

    @ParameterizedTest
    @CsvSource({"XX, XX", "DE-XX, xx"})
    void aPlaceOfWhichNothingIsKnownIsNamed(String place, String named) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Holidays.of(place, YEARS, Locale.ENGLISH))
                        .getMessage());
        assertTrue(message.contains(place) && message.contains(named), message);
    }
}
