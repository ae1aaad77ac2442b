package io.huiyin.kernel.simulation;

import io.huiyin.kernel.log.Partitions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Kafka as far as the promises lean on it: records of one producer reach a partition in their order or not at all, some long after
 * their sender has gone; an acknowledgement is late or lost; a topic that is wiped comes back under another id; what was acknowledged may
 * be cut off.
 */
public final class SimulatedLog implements Actor {

    private final World world;
    private final List<Line> lines = new ArrayList<>();
    private final List<Sent> unheard = new ArrayList<>();
    /** Topic id and position of whatever was ever acknowledged. */
    private final Set<String> acknowledged = new HashSet<>();

    private final List<ConsumerRecord<byte[], byte[]>> landed = new ArrayList<>();
    private @Nullable Topic topic;
    private int topics;
    private int leaders;

    SimulatedLog(World world) {
        this.world = world;
    }

    /** One life of the topic. */
    private record Topic(String id, List<List<ConsumerRecord<byte[], byte[]>>> partitions) {}

    /** What a producer has on its way to a partition. */
    private record Line(Object producer, int partition, Deque<Sent> waiting) {}

    /** A record on its way. */
    public static final class Sent {

        private final ProducerRecord<byte[], byte[]> entry;
        private final String position;
        private @Nullable String topicId;
        private long offset;
        private boolean acknowledged;
        private boolean failed;

        private Sent(ProducerRecord<byte[], byte[]> entry) {
            this.entry = entry;
            this.position = new String(entry.headers().lastHeader("ce_position").value(), StandardCharsets.UTF_8);
        }

        public boolean isAcknowledged() {
            return acknowledged;
        }

        /** Where it stands, once it is acknowledged. */
        public long offset() {
            return offset;
        }

        public int partition() {
            return entry.partition();
        }

        public boolean hasFailed() {
            return failed;
        }
    }

    /** The topic's id; makes the topic when there is none. */
    public String ensureTopic() {
        Topic found = topic;
        if (found == null) {
            topics++;
            found = new Topic(
                    "topic-" + topics,
                    IntStream.range(0, Partitions.COUNT)
                            .<List<ConsumerRecord<byte[], byte[]>>>mapToObj(partition -> new ArrayList<>())
                            .toList());
            topic = found;
        }
        return found.id();
    }

    /** The topic's id, or empty while there is none. */
    public Optional<String> topicId() {
        return Optional.ofNullable(topic).map(Topic::id);
    }

    /** What a partition holds; its offsets are the places in the list. */
    public List<ConsumerRecord<byte[], byte[]>> partition(int number) {
        Topic found = topic;
        return found == null ? List.of() : found.partitions().get(number);
    }

    /** How many brokers have led it before this one: only another one loses what was acknowledged. */
    public int leaderEpoch() {
        return leaders;
    }

    /** Whatever has ever stood in the log, wiped or not. */
    List<ConsumerRecord<byte[], byte[]>> landed() {
        return landed;
    }

    /** Sends a record on its way. */
    public Sent send(Object producer, int partition, ProducerRecord<byte[], byte[]> entry) {
        Sent sent = new Sent(entry);
        for (Line line : lines) {
            if (line.producer() == producer && line.partition() == partition) {
                line.waiting().add(sent);
                return sent;
            }
        }
        lines.add(new Line(producer, partition, new ArrayDeque<>(List.of(sent))));
        return sent;
    }

    /** A producer has gone. What it had on its way may still arrive. */
    public void close(Object producer) {
        lines.removeIf(line -> line.producer() == producer && world.any(2) == 0);
    }

    /** Whether a position was ever acknowledged under a topic id. */
    public boolean hasAcknowledged(@Nullable String topicId, Object position) {
        return acknowledged.contains(topicId + " " + position);
    }

    /** Carries one record, or one acknowledgement. */
    @Override
    public void step() {
        if (!unheard.isEmpty() && world.any(3) == 0) {
            Sent sent = unheard.remove(world.any(unheard.size()));
            settle(sent, world.chance(500));
            return;
        }
        if (!lines.isEmpty()) {
            Line line = lines.get(world.any(lines.size()));
            carry(line);
            if (line.waiting().isEmpty()) {
                lines.remove(line);
            }
        }
    }

    private void carry(Line line) {
        // A broker takes what stands at the front of the line, several at a time.
        int batch = 1 + world.any(4);
        while (batch > 0 && !line.waiting().isEmpty()) {
            batch--;
            Sent sent = line.waiting().remove();
            Topic found = topic;
            if (found == null || world.chance(200)) {
                sent.failed = true;
                world.tell(() -> "%s expires on its way".formatted(sent.position));
                continue;
            }
            List<ConsumerRecord<byte[], byte[]>> partition = found.partitions().get(line.partition());
            ConsumerRecord<byte[], byte[]> stored = stored(sent.entry, partition.size());
            partition.add(stored);
            landed.add(stored);
            sent.topicId = found.id();
            sent.offset = stored.offset();
            if (world.chance(2_000)) {
                unheard.add(sent);
            } else {
                settle(sent, world.chance(100));
            }
        }
    }

    private void settle(Sent sent, boolean lost) {
        if (lost) {
            world.tell(() -> "the acknowledgement of %s is lost".formatted(sent.position));
            sent.failed = true;
        } else {
            sent.acknowledged = true;
            acknowledged.add(sent.topicId + " " + sent.position);
        }
    }

    private static ConsumerRecord<byte[], byte[]> stored(ProducerRecord<byte[], byte[]> entry, long offset) {
        return new ConsumerRecord<>(
                entry.topic(),
                entry.partition(),
                offset,
                entry.timestamp(),
                TimestampType.CREATE_TIME,
                entry.key().length,
                entry.value().length,
                entry.key(),
                entry.value(),
                entry.headers(),
                Optional.empty());
    }

    /** Somebody deletes the topic. */
    void wipe() {
        world.tell(() -> "the log is wiped");
        topic = null;
    }

    /** The broker comes back, and a partition has lost its end. */
    void cut() {
        Topic found = topic;
        if (found != null) {
            leaders++;
            int number = world.any(Partitions.COUNT);
            List<ConsumerRecord<byte[], byte[]>> partition = found.partitions().get(number);
            int kept = partition.isEmpty() ? 0 : world.any(partition.size());
            world.tell(() -> "partition %d is cut from %d to %d records".formatted(number, partition.size(), kept));
            partition.subList(kept, partition.size()).clear();
        }
    }
}
