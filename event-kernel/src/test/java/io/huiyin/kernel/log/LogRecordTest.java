package io.huiyin.kernel.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CloudEvents 1.0, binary mode. */
class LogRecordTest {

    private static final UUID SUBJECT = UUID.fromString("01a1fd53-3883-7f15-8b49-b787e82917d4");
    private static final Position PREVIOUS = new Position(1, 700, 41);

    private static EventEnvelope event(@Nullable UUID cause, @Nullable String traceparent, Instant occurredAt) {
        return new EventEnvelope(
                Ids.next(),
                "note-written",
                2,
                "/note-service",
                "note",
                SUBJECT,
                7,
                occurredAt,
                Instant.parse("2026-03-02T01:00:00.123456Z"),
                new ActorName("anna", "anna", ""),
                "req-1",
                cause,
                traceparent,
                new Position(1, 731, 42),
                "{\"text\":\"件\"}");
    }

    private static EventEnvelope event() {
        return event(Ids.next(), "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", Instant.EPOCH);
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                sent.partition(),
                11,
                sent.timestamp(),
                TimestampType.CREATE_TIME,
                sent.key().length,
                sent.value().length,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private static Map<String, String> headers(EventEnvelope event) {
        return LogRecord.headers(received(LogRecord.of("note-events", 3, event, PREVIOUS, 7)));
    }

    @Test
    void anEventReadsBackAsItWasSent() {
        for (EventEnvelope event : List.of(event(), event(null, null, Instant.parse("1949-10-01T00:00:00Z")))) {
            LogRecord.Read read = LogRecord.read(received(LogRecord.of("note-events", 3, event, PREVIOUS, 7)));
            assertNotNull(read);
            assertEquals(event, read.event());
            assertEquals(PREVIOUS, read.previous());
            assertEquals(7, read.logEpoch());
        }
    }

    @Test
    void itsHeadersAreThoseOfCloudEvents() {
        EventEnvelope event = event();
        Map<String, String> headers = headers(event);

        assertEquals("1.0", headers.get("ce_specversion"));
        assertEquals("huiyin.note-written.v2", headers.get("ce_type"));
        assertEquals("/note-service", headers.get("ce_source"));
        assertEquals(SUBJECT.toString(), headers.get("ce_subject"));
        assertEquals(SUBJECT.toString(), headers.get("ce_partitionkey"));
        assertEquals("0000000007", headers.get("ce_sequence"));
        assertEquals("2026-03-02T01:00:00.123456Z", headers.get("ce_recordedtime"));
        assertEquals("1.731.42", headers.get("ce_position"));
        assertEquals("1.700.41", headers.get("ce_previousposition"));
        assertEquals("7", headers.get("ce_logepoch"));
        assertEquals("application/json", headers.get("content-type"));
        assertEquals(
                SUBJECT.toString(),
                new String(LogRecord.of("t", 0, event, PREVIOUS, 7).key(), StandardCharsets.UTF_8));
    }

    @Test
    void theLogDatesItByWhenItWasRecordedHoweverFarAheadItHappened() {
        EventEnvelope ahead = event(null, null, Instant.parse("2040-01-02T01:30:00Z"));
        assertEquals(
                Instant.parse("2026-03-02T01:00:00.123Z").toEpochMilli(),
                LogRecord.of("note-events", 3, ahead, PREVIOUS, 7).timestamp());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_id",
                "ce_type",
                "ce_source",
                "ce_subject",
                "ce_time",
                "ce_recordedtime",
                "ce_sequence",
                "ce_correlationid",
                "ce_actor",
                "ce_position",
                "ce_previousposition"
            })
    void aRecordThatLacksItsEnvelopeIsNoneOfOurs(String missing) {
        Map<String, String> headers = new LinkedHashMap<>(headers(event()));
        headers.remove(missing);
        assertNull(LogRecord.read(headers, "{}"));
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id, 17",
        "ce_type, note-written",
        "ce_type, huiyin.note-written",
        "ce_type, huiyin.note-written.v99999",
        "ce_subject, somebody",
        "ce_time, yesterday",
        "ce_recordedtime, 2026-02-30T00:00:00Z",
        "ce_sequence, first",
        "ce_position, 1.2",
        "ce_previousposition, x.y.z",
        "ce_logepoch, first",
        "ce_causationid, something"
    })
    void aRecordWithAnotherEnvelopeIsNoneOfOurs(String name, String value) {
        Map<String, String> headers = new LinkedHashMap<>(headers(event()));
        headers.put(name, value);
        assertNull(LogRecord.read(headers, "{}"));
    }

    @Test
    void aRecordFromBeforeLogsHadEpochsIsOfTheFirst() {
        Map<String, String> headers = new LinkedHashMap<>(headers(event()));
        headers.remove("ce_logepoch");
        LogRecord.Read read = LogRecord.read(headers, "{}");
        assertNotNull(read);
        assertEquals(1, read.logEpoch());
    }

    @Test
    void aRecordWithoutABodyIsNoneOfOurs() {
        assertNull(LogRecord.read(headers(event()), null));
    }
}
