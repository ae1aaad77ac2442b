package io.huiyin.report.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.PolicyValue.Direction;
import io.huiyin.kernel.policy.PolicyValue.Target;
import java.math.BigDecimal;
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
}
