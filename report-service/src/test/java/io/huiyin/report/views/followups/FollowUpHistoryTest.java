package io.huiyin.report.views.followups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.report.ReportExamples;
import io.huiyin.report.incoming.followup.FollowUpFact;
import io.huiyin.report.incoming.followup.FollowUpFact.Attempted;
import io.huiyin.report.incoming.followup.FollowUpFact.Claimed;
import io.huiyin.report.incoming.followup.FollowUpFact.Issue;
import io.huiyin.report.incoming.followup.FollowUpFact.Planned;
import io.huiyin.report.incoming.followup.FollowUpFact.Product;
import io.huiyin.report.incoming.followup.FollowUpFact.Recorded;
import io.huiyin.report.incoming.followup.FollowUpFact.Released;
import io.huiyin.report.incoming.followup.FollowUpFact.Satisfaction;
import io.huiyin.report.incoming.followup.FollowUpFact.Unconfirmed;
import io.huiyin.report.incoming.followup.FollowUpFact.Waived;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpHistoryTest {

    private static final UUID FOLLOW_UP = new UUID(0, 1);
    private static final UUID COMPLAINT = new UUID(0, 2);
    private static final Instant FIRST = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant DUE = FIRST.plusSeconds(259_200);

    private final FollowUpHistory history = new FollowUpHistory(List.of());
    private int sequence;

    private void happens(FollowUpFact event) {
        sequence++;
        history.take(
                event, ReportExamples.about(FOLLOW_UP, "follow-up-event", sequence, FIRST.plusSeconds(sequence * 60L)));
    }

    private static Planned planned() {
        return new Planned(
                COMPLAINT,
                FOLLOW_UP,
                1,
                "after-complaint",
                new Product("干燥机", null),
                "important",
                "noise",
                "装配车间",
                FIRST,
                DUE);
    }

    private static Recorded recorded(@Nullable Satisfaction satisfaction, boolean dissatisfied, int issues) {
        return new Recorded(
                "li",
                satisfaction,
                java.util.Collections.nCopies(issues, new Issue(null)),
                dissatisfied,
                null,
                null,
                null,
                LocalDate.of(2026, 11, 21),
                2);
    }

    private FollowUpFactRow now() {
        FollowUpFactRow row = history.now(FOLLOW_UP);
        assertNotNull(row);
        return row;
    }

    @Test
    void isKnownFromItsPlanningToItsRecord() {
        happens(planned());
        assertEquals("open", now().outcome());
        assertEquals(DUE, now().dueAt());
        happens(new Claimed("wang"));
        assertEquals("wang", now().agent());
        happens(new Attempted(1, "wang", "no-answer"));
        assertEquals(false, now().reached());
        happens(new Released());
        assertEquals("wang", now().agent(), "who tried it last");
        happens(new Claimed("li"));
        happens(new Attempted(2, "li", "reached"));
        assertEquals(true, now().reached());
        happens(recorded(new Satisfaction(new BigDecimal("4.0"), "5"), false, 0));
        FollowUpFactRow row = now();
        assertEquals("recorded", row.outcome());
        assertEquals("4", row.score(), "one way of writing a number");
        assertEquals("5", row.scale());
        assertEquals(2, row.attempts());
        assertEquals("装配车间", row.department(), "as it was planned");
        assertEquals("干燥机", row.product());
        assertEquals(LocalDate.of(2026, 11, 21), row.recordedOn());
        assertEquals(7, history.changed().size());
        assertEquals(
                1,
                history.changed().stream()
                        .filter(each -> each.knownTo() == null)
                        .count());
    }

    @Test
    void whoOnlyHeldItIsForgottenWhenHeGivesItBack() {
        happens(planned());
        happens(new Claimed("wang"));
        happens(new Released());
        assertNull(now().agent());
    }

    @Test
    void aScoreBeyondItsScaleIsNoAnswer() {
        happens(planned());
        happens(recorded(new Satisfaction(BigDecimal.valueOf(6), "5"), false, 0));
        assertNull(now().score());
        assertEquals("recorded", now().outcome());
    }

    @Test
    void issuesAreCountedAndTheirTextsAreNot() {
        happens(planned());
        happens(recorded(null, true, 2));
        assertEquals(2, now().issues());
        assertEquals(true, now().dissatisfied());
    }

    @Test
    void isUnconfirmedWhenNobodyAnswers() {
        happens(planned());
        happens(new Unconfirmed("unanswered", 6));
        assertEquals("unconfirmed", now().outcome());
        assertEquals("unanswered", now().outcomeReason());
        assertEquals(6, now().attempts());
    }

    @Test
    void canBeWaivedBeforeItWasEverPlanned() {
        happens(new Waived(COMPLAINT, "anonymous"));
        assertEquals("waived", now().outcome());
        assertEquals(FIRST.plusSeconds(60), now().dueAt());
        assertEquals(FOLLOW_UP, now().chainId());
    }

    @Test
    void whatWasNeverPlannedIsRefused() {
        assertThrows(IllegalStateException.class, () -> happens(new Claimed("li")));
    }
}
