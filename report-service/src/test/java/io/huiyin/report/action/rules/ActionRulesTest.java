package io.huiyin.report.action.rules;

import static io.huiyin.report.action.ActionExamples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.report.ReportExamples;
import io.huiyin.report.action.ActionExamples;
import io.huiyin.report.action.ImprovementAction;
import io.huiyin.report.action.ImprovementAction.Status;
import io.huiyin.report.action.ImprovementActionDecider;
import io.huiyin.report.action.ImprovementActionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ActionRulesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 20);

    private static ImprovementAction after(ImprovementActionEvent... events) {
        ImprovementActionDecider decider = new ImprovementActionDecider();
        return decider.evolve(decider.initial(), List.of(events));
    }

    @Test
    @DisplayName("X-01: year, month and three digits, in the business zone")
    void theNumberNamesItsMonth() {
        assertEquals(
                new ActionNumber.Series("improvement-action:IA2611", "IA2611", 3),
                ActionNumber.at(NOW, ReportExamples.POLICIES));
        assertEquals(
                "IA2612",
                ActionNumber.at(Instant.parse("2026-11-30T16:00:00Z"), ReportExamples.POLICIES)
                        .prefix());
    }

    @Test
    @DisplayName("RPT-39, X-17: overdue from the day after the due date, until it is verified as effective")
    void isOverdueFromTheDayAfter() {
        ImprovementAction assigned = after(ActionExamples.proposed(), ActionExamples.assigned());
        assertFalse(Overdue.on(DUE, assigned), "the due day still counts");
        assertTrue(Overdue.on(DUE.plusDays(1), assigned));
        assertFalse(Overdue.on(DUE.plusDays(1), after(ActionExamples.proposed())), "nothing is due yet");
        ImprovementAction waiting = after(
                ActionExamples.proposed(), ActionExamples.assigned(), ActionExamples.started(), ActionExamples.done(1));
        assertTrue(Overdue.on(DUE.plusDays(1), waiting), "done is not verified");
        ImprovementAction verified = after(
                ActionExamples.proposed(),
                ActionExamples.assigned(),
                ActionExamples.started(),
                ActionExamples.done(1),
                ActionExamples.verified());
        assertFalse(Overdue.on(DUE.plusDays(1), verified));
        assertFalse(Overdue.on(
                DUE.plusDays(1),
                after(ActionExamples.proposed(), ActionExamples.assigned(), ActionExamples.cancelled())));
    }

    @Test
    @DisplayName("RPT-39: what still has to be done or verified can be overdue")
    void whatCanBeOverdue() {
        assertEquals(List.of("assigned", "in-progress", "to-verify"), Overdue.statuses());
        assertFalse(Overdue.counts(Status.VERIFIED));
    }

    @Test
    @DisplayName("RPT-39: today is the day in the business zone")
    void todayIsTheDayInTheBusinessZone() {
        assertEquals(
                LocalDate.of(2026, 11, 22),
                Overdue.today(Instant.parse("2026-11-21T16:00:00Z"), ReportExamples.POLICIES));
        assertEquals(
                LocalDate.of(2026, 11, 21),
                Overdue.today(Instant.parse("2026-11-21T15:59:59Z"), ReportExamples.POLICIES));
    }
}
