package io.huiyin.complaint.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Instant read(@Nullable String pattern, String text) {
        return DateReader.of(pattern, NEW_YORK).read(text);
    }

    @Test
    void aDayBeginsInTheZoneOfTheFile() {
        assertEquals(Instant.parse("2015-03-19T04:00:00Z"), read("M/d/yyyy", "3/19/2015"));
        assertEquals(Instant.parse("2015-12-01T05:00:00Z"), read("M/d/yyyy", "12/1/2015"));
        assertEquals(Instant.parse("2015-03-19T04:00:00Z"), read(null, "2015-03-19"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2/30/2015", "2/29/2015", "13/1/2015", "0/1/2015", "4/31/2015", "3/19/15", "2015-03-19", ""})
    void aDayThatDoesNotExistIsRefused(String text) {
        assertThrows(DateTimeException.class, () -> read("M/d/yyyy", text));
    }

    @Test
    void aLeapDayExists() {
        assertEquals(Instant.parse("2016-02-29T05:00:00Z"), read("M/d/yyyy", "2/29/2016"));
    }

    @ParameterizedTest
    @CsvSource({"01/02/00,2000", "01/02/15,2015", "01/02/69,2069", "01/02/99,2099"})
    void twoDigitYearsLieInThisCentury(String text, int year) {
        assertEquals(year, read("MM/dd/yy", text).atZone(NEW_YORK).getYear());
    }

    @Test
    void timesAndOffsetsAreRead() {
        assertEquals(Instant.parse("2015-03-19T18:05:00Z"), read("yyyy-MM-dd HH:mm", "2015-03-19 14:05"));
        assertEquals(Instant.parse("2015-03-19T18:05:00Z"), read("M/d/yy h:mm a", "3/19/15 2:05 PM"));
        assertEquals(Instant.parse("2015-03-19T06:05:00Z"), read(null, "2015-03-19T14:05:00+08:00"));
        assertEquals(Instant.parse("2015-03-19T18:05:00Z"), read(null, "2015-03-19T14:05:00"));
        assertEquals(Instant.parse("2015-03-19T14:05:00Z"), read(null, "2015-03-19T14:05:00Z"));
        assertThrows(DateTimeException.class, () -> read("yyyy-MM-dd HH:mm", "2015-03-19 24:05"));
    }

    @Test
    void whatIsQuotedInThePatternStays() {
        Instant day = Instant.parse("2015-03-19T04:00:00Z");
        assertEquals(day, read("d 'day' M yyyy", "19 day 3 2015"));
        assertEquals(day, read("yyyy'y'M'm'd", "2015y3m19"));
        assertEquals(day, read("d ''M'' yyyy", "19 '3' 2015"));
        assertEquals(day, read("yyyy年M月d日", "2015年3月19日"));
    }

    @Test
    void namesOfMonthsAreEnglish() {
        assertEquals(Instant.parse("2015-03-19T04:00:00Z"), read("d MMM yyyy", "19 Mar 2015"));
    }

    @Test
    void aYearIsOfFourDigits() {
        assertThrows(DateTimeException.class, () -> read(null, "+123456-01-01T00:00:00Z"));
        assertThrows(DateTimeException.class, () -> read(null, "-0044-03-15T00:00:00Z"));
        assertThrows(DateTimeException.class, () -> read("yyyyyy-MM-dd", "123456-01-01"));
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> DateReader.of("M/d/jjjj", NEW_YORK));
        assertThrows(IllegalArgumentException.class, () -> DateReader.of("d 'day", NEW_YORK));
    }
}
