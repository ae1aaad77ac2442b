package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.log.LogRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The log on Kafka, for one session of the relay. */
final class KafkaRelayLog implements RelayLog, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(KafkaRelayLog.class);
    private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(30);
    /** How often it looks, while it waits, whether the log is still there. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final Duration ENDS = Duration.ofSeconds(5);
    private static final int TAIL_AT_ONCE = 1000;
    /** A log that gives nothing for so long, though it said that there is more, is another one by now, or none. */
    private static final Duration STANDSTILL = Duration.ofSeconds(10);

    /** Of a broker that tells none. */
    private static final int NO_LEADER_EPOCH = -1;

    private final KafkaClients kafka;
    private final String service;
    private final String topic;
    private final Admin admin;
    private @Nullable String topicId;
    private List<Future<RecordMetadata>> sent = new ArrayList<>();
    private @Nullable KafkaProducer<byte[], byte[]> events;
    private @Nullable KafkaProducer<byte[], byte[]> statements;
    private @Nullable Future<RecordMetadata> stated;

    KafkaRelayLog(KafkaClients kafka, String service, String topic) {
        this.kafka = kafka;
        this.service = service;
        this.topic = topic;
        this.admin = kafka.admin();
    }

    /** Connects what is needed to write; whoever only looks at the log does without. */
    void open() {
        events();
        statements();
    }

    private KafkaProducer<byte[], byte[]> events() {
        KafkaProducer<byte[], byte[]> open = events;
        if (open == null) {
            open = kafka.producer();
            events = open;
        }
        return open;
    }

    private KafkaProducer<byte[], byte[]> statements() {
        KafkaProducer<byte[], byte[]> open = statements;
        if (open == null) {
            open = kafka.impatientProducer();
            statements = open;
        }
        return open;
    }

    @Override
    public String ensureTopic() throws InterruptedException, ExecutionException, TimeoutException {
        String id = kafka.ensureTopic(admin, topic);
        topicId = id;
        return id;
    }

    @Override
    public Optional<String> topicId() throws InterruptedException, ExecutionException, TimeoutException {
        return kafka.topicId(admin, topic);
    }

    @Override
    public Set<String> topicIds() throws InterruptedException, ExecutionException, TimeoutException {
        Set<String> ids = new HashSet<>();
        for (String each : List.of(topic, Watermark.topicOf(topic))) {
            kafka.topicId(admin, each).ifPresent(ids::add);
        }
        return ids;
    }

    @Override
    public void remove(Set<String> topicIds) throws InterruptedException, ExecutionException, TimeoutException {
        kafka.remove(admin, topicIds);
    }

    @Override
    public List<LogTail> tails(int depth) {
        try (KafkaConsumer<byte[], byte[]> consumer = kafka.consumer(TAIL_AT_ONCE)) {
            return LogTail.read(consumer, topic, depth, STANDSTILL);
        }
    }

    @Override
    public List<End> ends() throws InterruptedException, ExecutionException, TimeoutException {
        List<TopicPartition> partitions = KafkaClients.partitions(topic);
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> found =
                admin.listOffsets(latest).all().get(ENDS.toMillis(), TimeUnit.MILLISECONDS);
        return partitions.stream()
                .map(partition -> Optional.ofNullable(found.get(partition))
                        .map(end -> new End(end.offset(), end.leaderEpoch().orElse(NO_LEADER_EPOCH)))
                        .orElse(new End(0, NO_LEADER_EPOCH)))
                .toList();
    }

    @Override
    public void send(int partition, EventEnvelope event, Position previous, int logEpoch) {
        // Where there is no log each one that follows would wait for it anew.
        if (sent.isEmpty() || sent.getLast().state() != Future.State.FAILED) {
            sent.add(events().send(LogRecord.of(topic, partition, event, previous, logEpoch)));
        }
    }

    @Override
    public void awaitAcknowledged(LogEnds ends) throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<RecordMetadata>> acknowledgements = sent;
        sent = new ArrayList<>(acknowledgements.size());
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            RecordMetadata taken = await(acknowledgement);
            if (taken.hasOffset()) {
                ends.took(taken.partition(), taken.offset());
            }
        }
    }

    /** Waits for an acknowledgement, but not for one that a log which is no longer there will never give. */
    private RecordMetadata await(Future<RecordMetadata> acknowledgement)
            throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + ACKNOWLEDGEMENT.toNanos();
        while (true) {
            try {
                return acknowledgement.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (!topicId().equals(Optional.ofNullable(topicId))) {
                    throw new IllegalStateException("the log " + topic + " was wiped", e);
                }
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void ensureStatements() throws InterruptedException, ExecutionException, TimeoutException {
        kafka.ensureStatements(admin, Watermark.topicOf(topic));
    }

    @Override
    public void state(Watermark watermark) {
        Future<RecordMetadata> before = stated;
        if (before != null && before.state() == Future.State.FAILED) {
            LOG.debugf("a watermark of %s was lost: %s", topic, before.exceptionNow());
        }
        try {
            stated = statements()
                    .send(new ProducerRecord<>(
                            Watermark.topicOf(topic),
                            0,
                            service.getBytes(StandardCharsets.UTF_8),
                            watermark.json().getBytes(StandardCharsets.UTF_8)));
        } catch (KafkaException e) {
            LOG.debugf("a watermark of %s was lost: %s", topic, e);
        }
    }

    @Override
    public void close() {
        close(statements);
        close(events);
        KafkaClients.close(admin);
    }

    private static void close(@Nullable KafkaProducer<byte[], byte[]> producer) {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
