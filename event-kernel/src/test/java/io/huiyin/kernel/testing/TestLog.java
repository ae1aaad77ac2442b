package io.huiyin.kernel.testing;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.LogRecord;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.relay.Watermark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Another service's log for tests: publishes events with the chain of positions its relay would have stamped. */
public final class TestLog implements AutoCloseable {

    private final String topic;
    private final String source;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Position> last = new ArrayList<>(Collections.nCopies(Partitions.COUNT, Position.START));
    private final Map<UUID, Integer> sequences = new HashMap<>();
    private long tx = 1000;

    private TestLog(String topic, String source, String servers) {
        this.topic = topic;
        this.source = source;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Creates the topic and starts its log; use one per topic and test run. */
    public static TestLog create(String topic, String source) {
        String servers = String.valueOf(System.getProperty(EmbeddedStack.KAFKA));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            String statements = Watermark.topicOf(topic);
            admin.createTopics(List.of(
                            new NewTopic(topic, Partitions.COUNT, (short) 1).configs(Map.of("retention.ms", "-1")),
                            new NewTopic(statements, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
            while (!admin.listTopics().names().get().containsAll(Set.of(topic, statements))) {
                Thread.onSpinWait();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new TestLog(topic, source, servers);
    }

    /** Publishes one event, recorded when it occurred. */
    public EventEnvelope publish(UUID subject, String name, String data, Instant at) {
        return publish(subject, name, data, at, at);
    }

    /** Publishes one event. */
    public synchronized EventEnvelope publish(
            UUID subject, String name, String data, Instant occurredAt, Instant recordedAt) {
        Placed placed = place(subject, name, data, occurredAt, recordedAt);
        send(placed);
        return placed.event();
    }

    /** An event with its place in the chain, to be sent late, early or twice. */
    public record Placed(EventEnvelope event, Position previous) {}

    /** Gives an event its place in the chain without sending it. */
    public synchronized Placed place(UUID subject, String name, String data, Instant occurredAt, Instant recordedAt) {
        tx++;
        EventEnvelope event = new EventEnvelope(
                Ids.next(),
                name,
                1,
                source,
                name.substring(0, Math.max(0, name.indexOf('-'))),
                subject,
                sequences.merge(subject, 1, Integer::sum),
                occurredAt,
                recordedAt,
                new ActorName("test", "test", "admin"),
                "test-" + tx,
                null,
                null,
                new Position(1, tx, tx),
                data);
        int partition = Partitions.of(subject);
        return new Placed(event, last.set(partition, event.position()));
    }

    /** Sends an event that has its place. */
    public void send(Placed placed) {
        repeat(placed.event(), placed.previous());
    }

    /** Publishes a repeat: an event once more, exactly as it was, wherever the log stands. */
    public void repeat(EventEnvelope event, Position previous) {
        send(LogRecord.of(topic, Partitions.of(event.subject()), event, previous));
    }

    /** States, as its relay would, that everything recorded up to an instant has been placed. */
    public synchronized void state(Instant watermark) {
        Map<String, String> positions = new HashMap<>();
        for (int i = 0; i < last.size(); i++) {
            positions.put(topic + "-" + i, last.get(i).toString());
        }
        send(new ProducerRecord<>(
                Watermark.topicOf(topic),
                0,
                source.substring(1).getBytes(StandardCharsets.UTF_8),
                EventJson.write(new Watermark(watermark, positions, null)).getBytes(StandardCharsets.UTF_8)));
    }

    /** Publishes what no relay of ours ever would. */
    public void garbage(UUID key, String value) {
        send(new ProducerRecord<>(
                topic,
                Partitions.of(key),
                key.toString().getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8)));
    }

    private void send(ProducerRecord<byte[], byte[]> entry) {
        try {
            producer.send(entry).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
