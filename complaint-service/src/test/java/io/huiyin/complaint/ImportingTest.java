package io.huiyin.complaint;

import static io.huiyin.complaint.Cases.caseOf;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.takeOver;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintForwarded;
import io.huiyin.complaint.ComplaintEvent.ComplaintImported;
import io.huiyin.kernel.event.Backdated;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportingTest {

    private static final Instant FORWARDED = AFiling.RECEIVED.plusSeconds(3_600);
    private static final Instant CLOSED = AFiling.RECEIVED.plusSeconds(7_200);

    @Test
    void passesNoGatesAndStartsNoClocks() {
        complaint().given().when(takeOver(null, null)).thenState(state -> {
            Complaint.Case taken = caseOf(state);
            assertEquals(ComplaintStatus.REGISTERED, taken.status());
            assertEquals(List.of(), taken.clocks().running());
            assertEquals(List.of(), taken.intake().missing());
            assertTrue(taken.filing().anonymous());
        });
    }

    @Test
    void bringsItsMilestonesMarkedHistorical() {
        complaint()
                .given()
                .when(takeOver(FORWARDED, CLOSED))
                .thenEvents(events -> {
                    assertEquals(
                            List.of(
                                    new ComplaintImported(
                                            "I26030001",
                                            Cases.IMPORT,
                                            1,
                                            true,
                                            new Source("cfpb", "1291006"),
                                            AFiling.RECEIVED,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            "unknown",
                                            "unknown",
                                            List.of()),
                                    new ComplaintForwarded(FORWARDED, true),
                                    ComplaintClosed.historically(CLOSED)),
                            events);
                    assertEquals(
                            List.of(AFiling.RECEIVED, FORWARDED, CLOSED),
                            events.stream()
                                    .map(event -> ((Backdated) event).occurredAt())
                                    .toList());
                })
                .thenState(state -> {
                    assertEquals(ComplaintStatus.CLOSED, caseOf(state).status());
                    assertEquals(CLOSED, caseOf(state).ending().closedAt());
                    Complaint.Historical history = caseOf(state).history();
                    assertNotNull(history);
                    assertEquals(FORWARDED, history.forwardedAt());
                });
    }
}
