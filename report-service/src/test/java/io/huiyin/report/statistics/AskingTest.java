package io.huiyin.report.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.decide.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskingTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static String fault(Runnable asking) {
        return assertThrows(InvalidInput.class, asking::run).faults().getFirst().pointer();
    }

    @Test
    void daysBeginWhereTheZoneSaysAlsoWhenTheClocksChange() {
        Span march = Span.asked(LocalDate.of(2015, 3, 1), LocalDate.of(2015, 4, 1), NEW_YORK);
        assertEquals(Instant.parse("2015-03-01T05:00:00Z"), march.start());
        assertEquals(Instant.parse("2015-04-01T04:00:00Z"), march.end());
    }

    @Test
    void aSpanHasAtLeastADayAndYearsThatAreWritten() {
        LocalDate day = LocalDate.of(2015, 3, 1);
        assertEquals("/to", fault(() -> Span.asked(day, day, NEW_YORK)));
        assertEquals("/to", fault(() -> Span.asked(day, day.minusDays(1), NEW_YORK)));
        assertEquals("/from", fault(() -> Span.asked(LocalDate.of(-1, 1, 1), day, NEW_YORK)));
        assertEquals("/to", fault(() -> Span.asked(day, LocalDate.of(10_000, 1, 1), NEW_YORK)));
    }

    @Test
    void aZoneHasAName() {
        assertEquals("/zone", fault(() -> Span.named("/zone", ZoneId.of("+08:00"))));
        assertEquals("/zone", fault(() -> Span.named("/zone", ZoneId.of("UTC+8"))));
        assertEquals("/zone", fault(() -> Span.named("/zone", ZoneId.of("SystemV/PST8"))));
        assertEquals(NEW_YORK, Span.named("/zone", NEW_YORK));
    }

    @Test
    void dimensionsAreReadInTheirOrderAndNoneTwice() {
        assertEquals(List.of(Dimension.MONTH, Dimension.SUB_PRODUCT), Dimension.list("month,subProduct"));
        assertEquals("/by", fault(() -> Dimension.list("month,month")));
        assertEquals("/by", fault(() -> Dimension.list("month,")));
        assertEquals("/by", fault(() -> Dimension.list("Month")));
        assertEquals("/by", fault(() -> Dimension.list("")));
    }
}
