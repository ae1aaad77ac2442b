package io.huiyin.report.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.policy.Schedule;
import io.huiyin.report.ReportDue;
import io.huiyin.report.ReportExamples;
import io.huiyin.report.ReportPeriod;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("RPT-01")
@Tag("RPT-05")
@Tag("X-09")
@DisplayName("RPT-01, RPT-05: by which day a report is due")
class ReportDueDayTest {

    private static @Nullable ReportDue due(String period, PolicyValues policies) {
        return due(period, null, policies);
    }

    private static @Nullable ReportDue due(String period, @Nullable ReportDue promised, PolicyValues policies) {
        return ReportDueDay.of(
                ReportPeriod.of(period),
                promised,
                new Context(ReportExamples.NOW, Actor.system("test"), policies, Calendars.of(policies)));
    }

    private static LocalDate day(String period, PolicyValues policies) {
        return Objects.requireNonNull(due(period, policies)).on();
    }

    /** GENERAL after somebody changed a key. */
    private static PolicyValues general(String key, Schedule schedule) {
        Map<String, PolicyValues.Entry> values = new HashMap<>(ReportExamples.POLICIES.values());
        values.put(key, new PolicyValues.Entry(schedule, 2, "GENERAL"));
        return new PolicyValues("GENERAL", values);
    }

    private static Schedule monthly(@Nullable Integer day, boolean earlierIfOff) {
        return new Schedule(Schedule.Every.MONTH, null, List.of(), day, null, null, earlierIfOff);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10, 2026-11-10, rpt.day.month",
        "2026-12, 2027-01-10, rpt.day.month",
        "2026-Q1, 2026-04-10, rpt.day.quarter",
        "2026-Q3, 2026-10-10, rpt.day.quarter",
        "2026, 2027-01-10, rpt.day.year"
    })
    @DisplayName("RPT-01, RPT-05: by the 10th of the month after the period, as the policy says")
    void itIsTheTenthOfTheMonthAfter(String period, LocalDate on, String key) {
        assertEquals(new ReportDue(on, new PolicyRef(key, 1, "GENERAL"), 1), due(period, ReportExamples.POLICIES));
    }

    @Test
    @Tag("X-24")
    @DisplayName("X-24: a later edition is due when the first one is, whatever the policy says by now")
    void aLaterEditionKeepsTheDay() {
        PolicyValues fifth = general("rpt.day.month", monthly(5, false));
        ReportDue first = due("2026-10", ReportExamples.POLICIES);
        assertEquals(first, due("2026-10", first, fifth));
        assertEquals(LocalDate.of(2026, 11, 5), day("2026-10", fifth));
    }

    @Test
    @DisplayName("RPT-05: the fourth quarter stands in the yearly report, and has no day of its own")
    void theFourthQuarterHasNoDay() {
        assertNull(due("2026-Q4", ReportExamples.POLICIES));
    }

    @Test
    @DisplayName("X-09: where the policy says so, the day before when the day is off, by the calendar")
    void itIsTheDayBeforeWhereThatDayIsOff() {
        assertEquals(
                new ReportDue(LocalDate.of(2026, 10, 4), new PolicyRef("rpt.day.month", 2, "GENERAL"), 1),
                due("2026-09", general("rpt.day.month", monthly(5, true))),
                "the 5th lies in the national holiday");
        assertEquals(
                new ReportDue(LocalDate.of(2026, 10, 10), new PolicyRef("rpt.day.month", 2, "GENERAL"), 1),
                due("2026-09", general("rpt.day.month", monthly(10, true))),
                "a Saturday, but an official make-up workday");
    }

    @Test
    @DisplayName("RPT-01: without a day by the end of the month, without months by the end of the period")
    void whatIsLeftOutIsAsLateAsMayBe() {
        assertEquals(LocalDate.of(2027, 2, 28), day("2027-01", general("rpt.day.month", monthly(null, false))));
        Schedule quarterly = new Schedule(Schedule.Every.QUARTER, null, List.of(), null, null, null, false);
        assertEquals(LocalDate.of(2026, 6, 30), day("2026-Q1", general("rpt.day.quarter", quarterly)));
        Schedule second = new Schedule(Schedule.Every.QUARTER, null, List.of(Month.MAY), 15, null, null, false);
        assertEquals(LocalDate.of(2026, 5, 15), day("2026-Q1", general("rpt.day.quarter", second)));
    }

    @Test
    @DisplayName("RPT-01: a policy that goes by no months names no day")
    void whatGoesByNoMonthsNamesNoDay() {
        Schedule occasion = new Schedule(Schedule.Every.OCCASION, Period.ofDays(3), List.of(), null, null, null, false);
        assertNull(due("2026-10", general("rpt.day.month", occasion)));
    }
}
