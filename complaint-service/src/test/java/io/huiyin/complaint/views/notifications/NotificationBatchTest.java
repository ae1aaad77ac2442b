package io.huiyin.complaint.views.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.complaint.Cases;
import io.huiyin.complaint.ComplaintCommand.TimePasses;
import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.Steps;
import io.huiyin.complaint.notifications.NotificationEvent;
import io.huiyin.complaint.notifications.NotificationEvent.NotificationRead;
import io.huiyin.complaint.views.notifications.NotificationRow.Reading;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X-08")
class NotificationBatchTest {

    private static final EventNames<ComplaintEvent> CASES = EventNames.of(ComplaintEvent.class);
    private static final EventNames<NotificationEvent> READINGS = EventNames.of(NotificationEvent.class);
    private static final UUID ID = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000010");
    private static final String TOLD = ID + ".2.1";

    private static EventEnvelope envelope(UUID subject, int sequence, String name, Object event) {
        return new EventEnvelope(
                new UUID(0, sequence),
                name,
                1,
                "/complaint-service",
                "complaint",
                subject,
                sequence,
                Cases.NOW,
                Cases.NOW.plusSeconds(1),
                new ActorName("lin", "lin", "agent"),
                "test",
                null,
                null,
                new Position(1, sequence, sequence),
                EventJson.write(event));
    }

    private static List<EventEnvelope> envelopes(ComplaintEvent... events) {
        List<EventEnvelope> envelopes = new ArrayList<>();
        for (ComplaintEvent event : events) {
            envelopes.add(envelope(ID, envelopes.size() + 1, CASES.nameOf(event), event));
        }
        return envelopes;
    }

    private static EventEnvelope read(String person, Instant at) {
        NotificationRead event = new NotificationRead(TOLD, ID, person, at);
        return envelope(UUID.fromString("0198f0a0-7c1e-7000-8000-0000000000bb"), 1, READINGS.nameOf(event), event);
    }

    private static List<NotificationRow> rows(List<EventEnvelope> events) {
        return new NotificationBatch(events).notifications();
    }

    @Test
    @DisplayName("X-08: a row for each who is told: of the case, that it was registered late, and that it is his")
    void aRowForEach() {
        List<NotificationRow> rows = rows(
                envelopes(Steps.registered(Cases.MACHINERY).then(Cases.accept()).history()));

        assertEquals(
                List.of(ID + ".1.1", ID + ".2.1", ID + ".3.1", ID + ".3.2"),
                rows.stream().map(NotificationRow::id).toList());
        assertEquals(
                List.of("role:complaint-owner", "role:complaint-owner", "person:wang", "department:gm-office"),
                rows.stream().map(NotificationRow::recipient).toList());
        assertEquals(
                new NotificationRow(
                        ID + ".3.2",
                        "department:gm-office",
                        "assignment",
                        "complaint-accepted",
                        ID,
                        null,
                        null,
                        null,
                        null,
                        Cases.NOW,
                        Cases.NOW.plusSeconds(1)),
                rows.getLast());
    }

    @Test
    @DisplayName("X-08, CMP-28: what comes of limits says of which")
    void ofLimits() {
        Instant late = Instant.parse("2026-03-08T02:00:00Z");
        List<String> rows = rows(envelopes(Steps.registered(Cases.MACHINERY)
                        .then(Cases.accept())
                        .then(new TimePasses(late), Steps.chairman(), late)
                        .history()))
                .stream()
                .filter(row -> Set.of("first-reply", "step", "close").contains(String.valueOf(row.milestone())))
                .map(row -> row.kind() + " " + row.recipient() + " " + row.milestone() + " " + row.department() + " "
                        + row.dueAt() + " " + row.level())
                .toList();

        assertEquals("reminder person:wang first-reply null 2026-03-03T00:30:00Z null", rows.get(0));
        assertEquals(
                "reminder department:gm-office step gm-office 2026-03-03T01:00:00Z null",
                rows.stream()
                        .filter(row -> row.contains("gm-office"))
                        .findFirst()
                        .orElse("none"));
        assertEquals("breach person:wang close null 2026-03-08T01:00:00Z null", rows.get(rows.size() - 2));
        assertEquals("escalation role:department-head close null 2026-03-08T01:00:00Z 1", rows.getLast());
    }

    @Test
    @DisplayName("X-08: of an event of before nobody was told")
    void eventsOfBefore() {
        assertEquals(List.of(), rows(List.of(envelope(ID, 1, "complaint-registered", Map.of("number", "26030001")))));
    }

    @Test
    @DisplayName("X-08: each has read it once, whatever is known first of the two")
    void readings() {
        NotificationBatch batch = new NotificationBatch(
                List.of(read("wang", Cases.NOW), read("lin", Cases.NOW.plusSeconds(5)), read("wang", Cases.NOW)));
        assertEquals(
                List.of("wang", "lin"),
                batch.readings().stream().map(Reading::person).toList());
        Reading reading = batch.readings().iterator().next();
        assertEquals(TOLD, reading.notification());
        assertEquals(Cases.NOW, reading.readAt());
        assertEquals(List.of(), batch.notifications());
    }
}
