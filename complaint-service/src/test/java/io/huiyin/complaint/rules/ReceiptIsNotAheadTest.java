package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.NOW;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.correct;
import static io.huiyin.complaint.Cases.register;
import static io.huiyin.complaint.Cases.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.AFiling;
import io.huiyin.complaint.APatch;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X-28")
@DisplayName("X-28: a case may be entered afterwards, but not before it was received")
class ReceiptIsNotAheadTest {

    private static final Instant YEARS_AGO = Instant.parse("1998-07-01T00:00:00Z");
    private static final Instant TOO_LATE = NOW.plus(Duration.ofHours(24)).plusMillis(1);

    @Test
    void clocksMayDifferByADay() {
        assertFalse(ReceiptIsNotAhead.isAhead(NOW, NOW));
        assertFalse(ReceiptIsNotAhead.isAhead(NOW.plus(Duration.ofHours(24)), NOW));
        assertTrue(ReceiptIsNotAhead.isAhead(TOO_LATE, NOW));
    }

    @Test
    void aSlipOfLongAgoKeepsItsDate() {
        complaint()
                .given()
                .when(register(AFiling.complete().receivedAt(YEARS_AGO)))
                .thenEvents(events -> {
                    ComplaintRegistered event = (ComplaintRegistered) events.getFirst();
                    assertEquals(YEARS_AGO, event.receivedAt());
                    assertEquals(YEARS_AGO, event.occurredAt());
                });
    }

    @Test
    void aReceiptAheadIsRefused() {
        complaint()
                .given()
                .when(register(AFiling.complete().receivedAt(TOO_LATE)))
                .thenInvalid("/receivedAt");
        complaint()
                .given(registered())
                .when(correct(APatch.empty().receivedAt(TOO_LATE)))
                .thenInvalid("/receivedAt");
    }
}
