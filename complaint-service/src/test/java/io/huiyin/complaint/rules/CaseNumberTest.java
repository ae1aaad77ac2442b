package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.GENERAL;
import static io.huiyin.complaint.Cases.MACHINERY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CMP-07")
@Tag("X-01")
@DisplayName("CMP-07, X-01: year, month and a serial that grows past its width")
class CaseNumberTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-20T01:12:00Z");

    @Test
    @DisplayName("CMP-07: year, month and four digits")
    void yearMonthAndFourDigits() {
        CaseNumber.Series series = CaseNumber.filed(NOVEMBER, GENERAL);
        assertEquals("26110001", series.print(1));
        assertEquals("26110042", series.print(42));
        assertEquals(new CaseNumber.Series("complaint:2611", "2611", 4), series);
    }

    @Test
    @DisplayName("CMP-07: two digits with MACHINERY")
    void twoDigitsWithMachinery() {
        CaseNumber.Series series = CaseNumber.filed(NOVEMBER, MACHINERY);
        assertEquals("261107", series.print(7));
        assertEquals("261199", series.print(99));
        assertEquals("2611100", series.print(100));
    }

    @Test
    @DisplayName("X-01: the serial grows past its printed width")
    void theSerialGrows() {
        CaseNumber.Series series = CaseNumber.filed(NOVEMBER, GENERAL);
        assertEquals("26119999", series.print(9_999));
        assertEquals("261110000", series.print(10_000));
        assertEquals("2611123456", series.print(123_456));
    }

    @Test
    @DisplayName("X-01: no two serials print alike, even past the width")
    void noTwoSerialsPrintAlike() {
        CaseNumber.Series series = CaseNumber.filed(NOVEMBER, MACHINERY);
        Set<String> printed = new HashSet<>();
        for (long serial = 1; serial <= 12_000; serial++) {
            printed.add(series.print(serial));
        }
        assertEquals(12_000, printed.size());
    }

    @Test
    @DisplayName("CMP-07: the month is that of the business zone")
    void theMonthIsThatOfTheBusinessZone() {
        assertEquals(
                "2611",
                CaseNumber.filed(Instant.parse("2026-11-30T15:59:59Z"), GENERAL).prefix());
        assertEquals(
                "2612",
                CaseNumber.filed(Instant.parse("2026-11-30T16:00:00Z"), GENERAL).prefix());
        assertEquals(
                "complaint:2701",
                CaseNumber.filed(Instant.parse("2026-12-31T16:00:00Z"), GENERAL).series());
    }

    @Test
    @DisplayName("X-01: imported cases are numbered apart")
    void importedCasesAreNumberedApart() {
        CaseNumber.Series imported = CaseNumber.imported(NOVEMBER, GENERAL);
        assertEquals("I26110001", imported.print(1));
        assertEquals("complaint-import:I2611", imported.series());
        assertNotEquals(CaseNumber.filed(NOVEMBER, GENERAL).series(), imported.series());
    }
}
