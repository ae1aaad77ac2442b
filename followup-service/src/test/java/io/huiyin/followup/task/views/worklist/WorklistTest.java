package io.huiyin.followup.task.views.worklist;

import static io.huiyin.followup.task.Tasks.COMPLAINT;
import static io.huiyin.followup.task.Tasks.DUE;
import static io.huiyin.followup.task.Tasks.FIRST;
import static io.huiyin.followup.task.Tasks.HAN;
import static io.huiyin.followup.task.Tasks.LEASE;
import static io.huiyin.followup.task.Tasks.NEXT;
import static io.huiyin.followup.task.Tasks.NOW;
import static io.huiyin.followup.task.Tasks.attempted;
import static io.huiyin.followup.task.Tasks.claimed;
import static io.huiyin.followup.task.Tasks.happy;
import static io.huiyin.followup.task.Tasks.planned;
import static io.huiyin.followup.task.Tasks.reached;
import static io.huiyin.followup.task.Tasks.recontact;
import static io.huiyin.followup.task.Tasks.sad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.followup.task.FollowUpEvent;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClaimRenewed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClosed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpReleased;
import io.huiyin.followup.task.FollowUpEvent.FollowUpReviewed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpUnconfirmed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpWaived;
import io.huiyin.followup.task.FollowUpEvent.FollowUpWithdrawn;
import io.huiyin.followup.task.Log;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorklistTest {

    private static WorklistRow row(FollowUpEvent... events) {
        WorklistRow row = new WorklistProjection()
                .fold(new Log().add(FIRST, events).events())
                .get(FIRST);
        assertNotNull(row);
        assertEquals(events.length, row.version());
        return row;
    }

    @Test
    void aPlannedOneIsToBeDone() {
        WorklistRow row = row(planned());
        assertEquals("scheduled", row.status());
        assertEquals(DUE, row.dueAt());
        assertEquals("李雷", row.shown().customerName());
        assertEquals("followup-agent", row.assigneeRole());
    }

    @Test
    void whoHoldsItIsShownUntilHeEnds() {
        assertEquals("han", row(planned(), claimed(HAN)).claimedBy());
        assertEquals(
                LEASE.plusSeconds(60),
                row(planned(), claimed(HAN), new FollowUpClaimRenewed("han", LEASE.plusSeconds(60), null))
                        .leaseUntil());
        assertNull(row(planned(), claimed(HAN), new FollowUpReleased("han", "released", null))
                .claimedBy());
        assertEquals("han", row(planned(), claimed(HAN), reached()).claimedBy());
        assertNull(row(planned(), claimed(HAN), attempted(1, "busy", NOW)).claimedBy());
        assertNull(row(planned(), claimed(HAN), reached(), happy()).claimedBy());
    }

    @Test
    void eachEventSaysWhereItStands() {
        assertEquals("contacted", row(planned(), claimed(HAN), reached()).status());
        WorklistRow again = row(planned(), claimed(HAN), attempted(1, "busy", LEASE));
        assertEquals("rescheduled", again.status());
        assertEquals(LEASE, again.nextContactAt());
        assertEquals(1, again.attempts());
        assertEquals(
                "recorded", row(planned(), claimed(HAN), reached(), happy()).status());
        WorklistRow open = row(planned(), claimed(HAN), reached(), sad());
        assertEquals("issue-open", open.status());
        assertEquals("han", open.recordedBy());
        assertEquals(true, open.dissatisfied());
        assertEquals(
                "recontact-scheduled",
                row(planned(), claimed(HAN), reached(), sad(), recontact(NEXT)).status());
        WorklistRow closed = row(
                planned(),
                claimed(HAN),
                reached(),
                happy(),
                new FollowUpReviewed("zhou", "好", null),
                new FollowUpClosed(FIRST, 1, null));
        assertEquals("closed", closed.status());
        assertTrue(closed.reviewed());
        assertEquals(
                "waived",
                row(planned(), new FollowUpWaived(COMPLAINT, "anonymous", null)).status());
        assertEquals(
                "unconfirmed",
                row(
                                planned(),
                                claimed(HAN),
                                attempted(1, "refused", null),
                                new FollowUpUnconfirmed(COMPLAINT, FIRST, 1, "refused", 1))
                        .status());
    }

    @Test
    void whatWasWithdrawnBeforeItWasPlannedIsNotShown() {
        FollowUpWithdrawn withdrawn = new FollowUpWithdrawn(COMPLAINT, "complaint-reopened");
        assertEquals(
                Map.of(),
                new WorklistProjection().fold(new Log().add(FIRST, withdrawn).events()));
        assertEquals(
                "waived",
                row(withdrawn, planned(), new FollowUpWaived(COMPLAINT, "complaint-reopened", null))
                        .status());
    }
}
