package io.huiyin.kernel.log;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Instants;
import io.huiyin.kernel.event.Position;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** An event on Kafka: CloudEvents 1.0, binary mode. */
public final class LogRecord {

    private static final Pattern TYPE = Pattern.compile("huiyin\\.([a-z0-9-]+)\\.v([0-9]{1,4})");

    private static final int HEADERS = 18;

    /** Before a restore was possible no record said it. */
    private static final String FIRST_EPOCH = "1";

    private LogRecord() {}

    /**
     * A record as it was read.
     *
     * @param previous the position before it in its partition
     * @param event the event
     * @param logEpoch the epoch under which its log was filled
     */
    public record Read(Position previous, EventEnvelope event, int logEpoch) {}

    /**
     * What can be told of a record without reading all of it.
     *
     * @param name of its event
     * @param previous the position before it in its partition
     * @param position its own
     * @param logEpoch the epoch under which its log was filled
     */
    public record Head(String name, Position previous, Position position, int logEpoch) {}

    /**
     * The record for an event.
     *
     * @param previous the position before it in its partition (G3)
     * @param logEpoch the epoch under which the log is filled, from its beginning: higher after a restore (ADR 0009)
     */
    public static ProducerRecord<byte[], byte[]> of(
            String topic, int partition, EventEnvelope event, Position previous, int logEpoch) {
        String subject = event.subject().toString();
        List<Header> headers = new ArrayList<>(HEADERS);
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", event.id().toString());
        add(headers, "ce_type", event.type());
        add(headers, "ce_source", event.source());
        add(headers, "ce_subject", subject);
        add(headers, "ce_time", event.occurredAt().toString());
        add(headers, "ce_recordedtime", event.recordedAt().toString());
        add(headers, "ce_aggregate", event.aggregate());
        add(headers, "ce_sequence", sequence(event.sequence()));
        add(headers, "ce_partitionkey", subject);
        add(headers, "ce_correlationid", event.correlationId());
        add(
                headers,
                "ce_causationid",
                event.causationId() == null ? null : event.causationId().toString());
        add(headers, "ce_actor", event.actor().id());
        add(headers, "traceparent", event.traceparent());
        add(headers, "ce_position", event.position().toString());
        add(headers, "ce_previousposition", previous.toString());
        add(headers, "ce_logepoch", Integer.toString(logEpoch));
        add(headers, "content-type", "application/json");
        return new ProducerRecord<>(
                topic,
                partition,
                // On a virtual clock it may have happened years ahead, and the broker takes nothing from the future.
                event.recordedAt().toEpochMilli(),
                subject.getBytes(StandardCharsets.UTF_8),
                event.data().getBytes(StandardCharsets.UTF_8),
                headers);
    }

    /** The place in the stream, zero-padded so that it sorts as text. */
    public static String sequence(int sequence) {
        String digits = Integer.toString(sequence);
        return "0".repeat(Math.max(0, 10 - digits.length())) + digits;
    }

    /**
     * Reads the head of a record.
     *
     * @return null when it has no valid type or position: it is none of the relay's
     */
    public static @Nullable Head head(ConsumerRecord<byte[], byte[]> entry) {
        String type = null;
        String position = null;
        String previous = null;
        String logEpoch = FIRST_EPOCH;
        for (Header header : entry.headers()) {
            switch (header.key()) {
                case "ce_type" -> type = text(header);
                case "ce_position" -> position = text(header);
                case "ce_previousposition" -> previous = text(header);
                case "ce_logepoch" -> logEpoch = text(header);
                default -> {}
            }
        }
        if (type == null || position == null || previous == null) {
            return null;
        }
        Matcher matcher = TYPE.matcher(type);
        try {
            return matcher.matches()
                    ? new Head(
                            matcher.group(1),
                            Position.parse(previous),
                            Position.parse(position),
                            Integer.parseInt(logEpoch))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * Reads a record.
     *
     * @return null when it has no valid envelope and position: it is none of the relay's
     */
    public static @Nullable Read read(ConsumerRecord<byte[], byte[]> entry) {
        return read(headers(entry), entry.value() == null ? null : new String(entry.value(), StandardCharsets.UTF_8));
    }

    /** Reads a record from its headers and body, as a dead letter keeps them. */
    public static @Nullable Read read(Map<String, String> headers, @Nullable String body) {
        try {
            Matcher type = TYPE.matcher(required(headers, "ce_type"));
            if (!type.matches() || body == null) {
                return null;
            }
            String causation = headers.get("ce_causationid");
            EventEnvelope event = new EventEnvelope(
                    UUID.fromString(required(headers, "ce_id")),
                    type.group(1),
                    Integer.parseInt(type.group(2)),
                    required(headers, "ce_source"),
                    headers.getOrDefault("ce_aggregate", ""),
                    UUID.fromString(required(headers, "ce_subject")),
                    Integer.parseInt(required(headers, "ce_sequence")),
                    Instants.parse(required(headers, "ce_time")),
                    Instants.parse(required(headers, "ce_recordedtime")),
                    new ActorName(required(headers, "ce_actor"), required(headers, "ce_actor"), ""),
                    required(headers, "ce_correlationid"),
                    causation == null ? null : UUID.fromString(causation),
                    headers.get("traceparent"),
                    Position.parse(required(headers, "ce_position")),
                    body);
            return new Read(
                    Position.parse(required(headers, "ce_previousposition")),
                    event,
                    Integer.parseInt(headers.getOrDefault("ce_logepoch", FIRST_EPOCH)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return null;
        }
    }

    /** All headers as text, for dead letters. */
    public static Map<String, String> headers(ConsumerRecord<byte[], byte[]> entry) {
        Map<String, String> headers = LinkedHashMap.newLinkedHashMap(HEADERS);
        for (Header header : entry.headers()) {
            headers.put(header.key(), text(header));
        }
        return headers;
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static void add(List<Header> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
