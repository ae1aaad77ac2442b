package io.huiyin.followup.task.views.agentday;

import static io.huiyin.followup.task.Tasks.FIRST;
import static io.huiyin.followup.task.Tasks.GENERAL;
import static io.huiyin.followup.task.Tasks.HAN;
import static io.huiyin.followup.task.Tasks.LI;
import static io.huiyin.followup.task.Tasks.NEXT;
import static io.huiyin.followup.task.Tasks.attempted;
import static io.huiyin.followup.task.Tasks.claimed;
import static io.huiyin.followup.task.Tasks.planned;
import static io.huiyin.followup.task.Tasks.reached;
import static io.huiyin.followup.task.Tasks.sad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.huiyin.followup.task.Log;
import io.huiyin.followup.task.views.agentday.AgentDayRow.Hour;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.policy.PoliciesInForce;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentDayTest {

    /** Nine in the morning and just before midnight in Shanghai. */
    private static final Instant NINE = Instant.parse("2026-03-02T01:10:00Z");

    private static final Instant LATE = Instant.parse("2026-03-02T15:59:59Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-02T16:00:00Z");

    private static Map<Object, AgentDayRow> days(List<EventEnvelope> events) {
        return new AgentDayProjection(new PoliciesInForce(InstantSource.system(), GENERAL)).fold(events);
    }

    @Test
    void aDayIsCountedByTheHourOfTheBusinessZone() {
        Log log = new Log()
                .at(NINE, FIRST, planned(), claimed(HAN), attempted(1, "busy", NINE))
                .at(NINE, NEXT, planned(), claimed(HAN), reached(), sad())
                .at(LATE, FIRST, claimed(HAN), attempted(2, "no-answer", LATE))
                .at(NEXT_DAY, FIRST, claimed(HAN))
                .at(NINE, FIRST, claimed(LI));

        Map<Object, AgentDayRow> days = days(log.events());

        assertEquals(Set.of("han|2026-03-02", "han|2026-03-03", "li|2026-03-02"), days.keySet());
        AgentDayRow han = days.get("han|2026-03-02");
        assertNotNull(han);
        assertEquals(
                List.of(new Hour(9, 2, 2, 1, 1, 1), new Hour(23, 1, 1, 0, 0, 0)),
                han.hours().list());
        List<EventEnvelope> backwards = new ArrayList<>(log.events());
        Collections.reverse(backwards);
        assertEquals(days, days(backwards));
    }

    /** Between reading ahead and writing another zone may come into force. */
    @Test
    void aDayIsLookedUpWhenItIsWritten() {
        assertFalse(new AgentDayProjection(new PoliciesInForce(InstantSource.system(), GENERAL)).preparesAhead());
    }
}
