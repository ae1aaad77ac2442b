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
import java.util.SortedMap;
import java.util.TreeMap;
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
    private final String servers;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Position> last = new ArrayList<>(Collections.nCopies(Partitions.COUNT, Position.START));
    private final Map<UUID, Integer> sequences = new HashMap<>();
    private final SortedMap<Position, EventEnvelope> sent = new TreeMap<>();
    private long tx = 1000;
    private int epoch = 1;
    private String topicId = "";

    private TestLog(String topic, String source, String servers) {
        this.topic = topic;
        this.source = source;
        this.servers = servers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Creates the topic and starts its log; use one per topic and test run. */
    public static TestLog create(String topic, String source) {
        TestLog log = new TestLog(topic, source, String.valueOf(System.getProperty(EmbeddedStack.KAFKA)));
        log.begin();
        return log;
    }

    /** Makes the topics; says at once that all is in the log, as there is nothing yet. */
    private void begin() {
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
            topicId = admin.listTopics().listings().get().stream()
                    .filter(listed -> listed.name().equals(topic))
                    .map(listed -> listed.topicId().toString())
                    .findFirst()
                    .orElseThrow();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (sent.isEmpty()) {
            state(Instant.EPOCH);
        }
    }

    /**
     * The other service's database was restored to an earlier point: its relay puts another log in the place of this one, with what
     * is left in it (ADR 0009), and has yet to state that all of it is there.
     *
     * @param lost ids of events that have never happened now
     */
    public synchronized void restoreWithout(Set<UUID> lost) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            List<String> topics = List.of(topic, Watermark.topicOf(topic));
            admin.deleteTopics(topics).all().get();
            while (!Collections.disjoint(admin.listTopics().names().get(), topics)) {
                Thread.onSpinWait();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        epoch++;
        Collections.fill(last, Position.START);
        sent.values().removeIf(event -> lost.contains(event.id()));
        begin();
        for (EventEnvelope event : List.copyOf(sent.values())) {
            repeat(event, last.set(Partitions.of(event.subject()), event.position()));
        }
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
                new Position(epoch, tx, tx),
                data);
        int partition = Partitions.of(subject);
        return new Placed(event, last.set(partition, event.position()));
    }

    /** Sends an event that has its place. */
    public void send(Placed placed) {
        repeat(placed.event(), placed.previous());
    }

    /** Publishes a repeat: an event once more, exactly as it was, wherever the log stands. */
    public synchronized void repeat(EventEnvelope event, Position previous) {
        sent.put(event.position(), event);
        send(LogRecord.of(topic, Partitions.of(event.subject()), event, previous, epoch));
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
                EventJson.write(new Watermark(watermark, positions, topicId)).getBytes(StandardCharsets.UTF_8)));
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
