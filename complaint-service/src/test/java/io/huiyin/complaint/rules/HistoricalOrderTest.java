package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.takeOver;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.complaint.AFiling;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintForwarded;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X-28")
@DisplayName("X-28: historical dates are kept as they are; an odd order is flagged, not refused")
class HistoricalOrderTest {

    private static final Instant RECEIVED = AFiling.RECEIVED;
    private static final Instant BEFORE = RECEIVED.minusSeconds(86_400);
    private static final Instant AFTER = RECEIVED.plusSeconds(86_400);

    @Test
    void theUsualOrderHasNoFlags() {
        assertEquals(List.of(), HistoricalOrder.flags(RECEIVED, null, null));
        assertEquals(List.of(), HistoricalOrder.flags(RECEIVED, RECEIVED, RECEIVED));
        assertEquals(List.of(), HistoricalOrder.flags(RECEIVED, RECEIVED, AFTER));
    }

    @Test
    void eachOddOrderIsNamed() {
        assertEquals(List.of("forwarded-before-received"), HistoricalOrder.flags(RECEIVED, BEFORE, null));
        assertEquals(List.of("closed-before-received"), HistoricalOrder.flags(RECEIVED, null, BEFORE));
        assertEquals(List.of("closed-before-forwarded"), HistoricalOrder.flags(RECEIVED, AFTER, RECEIVED));
        assertEquals(
                List.of("forwarded-before-received", "closed-before-received", "closed-before-forwarded"),
                HistoricalOrder.flags(RECEIVED, BEFORE, BEFORE.minusSeconds(1)));
    }

    @Test
    void oddDatesAreKept() {
        complaint().given().when(takeOver(BEFORE, BEFORE.minusSeconds(1))).thenEvents(events -> {
            assertEquals(new ComplaintForwarded(BEFORE, true), events.get(1));
            assertEquals(ComplaintClosed.historically(BEFORE.minusSeconds(1)), events.get(2));
        });
    }
}
