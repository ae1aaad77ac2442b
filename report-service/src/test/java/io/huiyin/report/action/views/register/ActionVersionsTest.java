package io.huiyin.report.action.views.register;

import static io.huiyin.report.action.ActionExamples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.report.ReportExamples;
import io.huiyin.report.action.ActionExamples;
import io.huiyin.report.action.ImprovementActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActionVersionsTest {

    private static final UUID ACTION = new UUID(0, 5);

    private final ActionVersions versions = new ActionVersions(List.of());
    private int sequence;

    private ActionRow happens(ImprovementActionEvent... events) {
        for (ImprovementActionEvent event : events) {
            sequence++;
            EventEnvelope about =
                    ReportExamples.about(ACTION, "improvement-action", sequence, NOW.plusSeconds(sequence));
            versions.take(event, about);
        }
        ActionRow now = versions.now(ACTION);
        assertNotNull(now);
        return now;
    }

    @Test
    void theRegisterFollowsAnAction() {
        ActionRow row = happens(ActionExamples.proposed());
        assertEquals("proposed", row.status());
        assertEquals("complaint", row.originKind());
        assertNull(row.dueOn());
        row = happens(ActionExamples.assigned());
        assertEquals("assigned", row.status());
        assertEquals("zhao", row.person());
        assertEquals("chen", row.verifier());
        assertEquals("2026-12-20", String.valueOf(row.dueOn()));
        assertEquals("in-progress", happens(ActionExamples.started()).status());
        assertEquals("to-verify", happens(ActionExamples.done(1)).status());
        row = happens(ActionExamples.ineffective());
        assertEquals("in-progress", row.status());
        assertEquals(1, row.rounds());
        assertNull(row.verifiedAt());
        row = happens(ActionExamples.done(2), ActionExamples.verified());
        assertEquals("verified", row.status());
        assertNotNull(row.verifiedAt());
        assertEquals("verified", happens(ActionExamples.informed()).status());
        assertEquals("reported", happens(ActionExamples.reported()).status());
        row = happens(ActionExamples.informed(), ActionExamples.closed());
        assertEquals("closed", row.status());
        assertEquals(sequence, row.version());
        assertEquals("机加工车间", row.department());
    }

    @Test
    void aCancelledActionStaysInTheRegister() {
        assertEquals(
                "cancelled",
                happens(ActionExamples.proposed(), ActionExamples.cancelled()).status());
    }

    @Test
    void everyVersionIsKnownFromOneEventToTheNext() {
        happens(ActionExamples.proposed(), ActionExamples.assigned(), ActionExamples.started());
        List<ActionRow> rows = new ArrayList<>(versions.changed());
        assertEquals(3, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(NOW.plusSeconds(i + 1L), rows.get(i).knownFrom());
            assertEquals(i == 2 ? null : NOW.plusSeconds(i + 2L), rows.get(i).knownTo());
        }
    }

    @Test
    void aLaterBatchClosesWhatWasKnown() {
        ActionRow known = happens(ActionExamples.proposed());
        ActionVersions next = new ActionVersions(List.of(known));
        next.take(
                ActionExamples.assigned(),
                ReportExamples.about(ACTION, "improvement-action-assigned", 2, NOW.plusSeconds(60)));
        List<ActionRow> rows = List.copyOf(next.changed());
        assertEquals(
                List.of(ACTION + ":1", ACTION + ":2"),
                rows.stream().map(ActionRow::versionId).toList());
        assertEquals(NOW.plusSeconds(60), rows.getFirst().knownTo());
        assertNull(rows.getLast().knownTo());
    }

    @Test
    void anActionThatWasNeverProposedIsRefused() {
        assertThrows(IllegalStateException.class, () -> happens(ActionExamples.assigned()));
    }

    @Test
    void everyEventOfAnActionIsTaken() {
        ActionRegisterProjection register = new ActionRegisterProjection();
        EventNames.of(ImprovementActionEvent.class).all().forEach(name -> assertTrue(register.takes(name), name));
    }
}
