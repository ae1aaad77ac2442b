package io.huiyin.report.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.PolicyValue.Direction;
import io.huiyin.kernel.policy.PolicyValue.Target;
import io.huiyin.report.ReportPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRulesTest {

    @Test
    @DisplayName("RPT-01: a month is read as it is written")
    void aMonthIsRead() {
        assertEquals(YearMonth.of(2015, 2), MonthlyPeriod.of("2015-02"));
    }

    @ParameterizedTest(name = "RPT-01: {0} is no month")
    @ValueSource(strings = {"2015-13", "2015-00", "2015-1", "15-01", "0000-01", "2015", "2015-Q1", "", "２０１５-01"})
    void anythingElseIsNoMonth(String period) {
        InvalidInput invalid = assertThrows(InvalidInput.class, () -> MonthlyPeriod.of(period));
        assertEquals("/period", invalid.faults().getFirst().pointer());
    }

    @Test
    @DisplayName("RPT-28: the trend ends with the month and has twelve")
    void theTrendHasTwelveMonths() {
        List<YearMonth> months = TrendOfTwelveMonths.upTo(YearMonth.of(2015, 1));
        assertEquals(12, months.size());
        assertEquals(YearMonth.of(2014, 2), months.getFirst());
        assertEquals(YearMonth.of(2015, 1), months.getLast());
    }

    @Test
    @DisplayName("RPT-29: a rate just below its target is missed, however it is rounded")
    void theExactRateCounts() {
        Target ninety = new Target(BigDecimal.valueOf(90), Direction.AT_LEAST);
        assertTrue(TargetMet.by(9, 10, ninety));
        assertFalse(TargetMet.by(899_999, 1_000_000, ninety));
    }

    @Test
    @DisplayName("RPT-30: below means below")
    void eachDirectionHasItsGoodSide() {
        BigDecimal three = BigDecimal.valueOf(3);
        assertFalse(TargetMet.by(3, 100, new Target(three, Direction.BELOW)));
        assertTrue(TargetMet.by(299, 10_000, new Target(three, Direction.BELOW)));
        assertTrue(TargetMet.by(3, 100, new Target(three, Direction.AT_MOST)));
        assertFalse(TargetMet.by(301, 10_000, new Target(three, Direction.AT_MOST)));
    }

    @Test
    @DisplayName("RPT-05: a quarter has three months, also the fourth")
    void aQuarterIsRead() {
        ReportPeriod quarter = QuarterlyPeriod.of("2015-Q4");
        assertEquals(LocalDate.of(2015, 10, 1), quarter.from());
        assertEquals(LocalDate.of(2016, 1, 1), quarter.to());
        assertEquals(YearMonth.of(2015, 12), quarter.last());
        assertEquals("2015-Q4", quarter.toString());
        assertEquals("2015-Q3", quarter.previous().toString());
    }

    @ParameterizedTest(name = "RPT-05: {0} is no quarter")
    @ValueSource(strings = {"2015-Q0", "2015-Q5", "0000-Q1", "2015-q1", "2015Q1", "2015-01", "2015", ""})
    void anythingElseIsNoQuarter(String period) {
        InvalidInput invalid = assertThrows(InvalidInput.class, () -> QuarterlyPeriod.of(period));
        assertEquals("/period", invalid.faults().getFirst().pointer());
    }

    @Test
    @DisplayName("RPT-05: a year has twelve months")
    void aYearIsRead() {
        ReportPeriod year = YearlyPeriod.of("2015");
        assertEquals(LocalDate.of(2015, 1, 1), year.from());
        assertEquals(LocalDate.of(2016, 1, 1), year.to());
        assertEquals("2015", year.toString());
    }

    @ParameterizedTest(name = "RPT-05: {0} is no year")
    @ValueSource(strings = {"0000", "15", "2015-01", "2015-Q1", "20155", ""})
    void anythingElseIsNoYear(String period) {
        assertThrows(InvalidInput.class, () -> YearlyPeriod.of(period));
    }

    @Test
    @DisplayName("RPT-05: each kind has its own period")
    void eachKindHasItsPeriod() {
        assertEquals("2015-02", ReportKinds.period("monthly-quality", "2015-02").toString());
        assertEquals(
                "2015-Q1", ReportKinds.period("quarterly-quality", "2015-Q1").toString());
        assertEquals("2015", ReportKinds.period("yearly-quality", "2015").toString());
        assertThrows(InvalidInput.class, () -> ReportKinds.period("monthly-quality", "2015-Q1"));
        assertThrows(InvalidInput.class, () -> ReportKinds.period("quarterly-quality", "2015-02"));
        assertThrows(InvalidInput.class, () -> ReportKinds.period("yearly-quality", "2015-02"));
        assertEquals("2015-Q1", ReportPeriod.of("2015-Q1").toString());
        assertEquals("2015", ReportPeriod.of("2015").toString());
        assertEquals("2015-02", ReportPeriod.of("2015-02").toString());
    }

    @Test
    @DisplayName("RPT-28: a quarter beside the seven before it, a year beside the four before it")
    void longPeriodsAreCompared() {
        List<ReportPeriod> quarters = ComparedWithPeriodsBefore.upTo(ReportPeriod.of("2015-Q1"));
        assertEquals(8, quarters.size());
        assertEquals("2013-Q2", quarters.getFirst().toString());
        assertEquals("2015-Q1", quarters.getLast().toString());
        List<ReportPeriod> years = ComparedWithPeriodsBefore.upTo(ReportPeriod.of("2015"));
        assertEquals(
                List.of("2011", "2012", "2013", "2014", "2015"),
                years.stream().map(Object::toString).toList());
        assertEquals(
                2, ComparedWithPeriodsBefore.upTo(ReportPeriod.of("2015-01")).size());
    }
}
