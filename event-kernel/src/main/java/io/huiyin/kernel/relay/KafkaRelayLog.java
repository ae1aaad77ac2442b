package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.log.LogRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The log on Kafka, for one session of the relay. */
final class KafkaRelayLog implements RelayLog, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(KafkaRelayLog.class);
    private static final long ACKNOWLEDGEMENT_S = 30;
    /** A log that answers so late may be gone. */
    private static final long LOOK_S = 5;

    private final KafkaClients kafka;
    private final String service;
    private final String topic;
    private final Admin admin;
    private @Nullable String topicId;
    private List<Future<RecordMetadata>> sent = new ArrayList<>();
    /** Whether the last event could not even be sent on its way. */
    private boolean failed;

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
    public List<LogTail> tails() {
        return LogTail.read(kafka, topic);
    }

    @Override
    public void send(int partition, EventEnvelope event, Position previous) {
        if (failed) {
            // Where there is no log, each event would wait for it anew; the batch has failed with the first.
            return;
        }
        Future<RecordMetadata> acknowledgement = events().send(LogRecord.of(topic, partition, event, previous));
        sent.add(acknowledgement);
        failed = acknowledgement.state() == Future.State.FAILED;
    }

    @Override
    public void awaitAcknowledged() throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<RecordMetadata>> acknowledgements = sent;
        sent = new ArrayList<>(acknowledgements.size());
        failed = false;
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            await(acknowledgement);
        }
    }

    /** Waits for one, but not for one that a log which is no longer there will never give. */
    private void await(Future<RecordMetadata> acknowledgement)
            throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(ACKNOWLEDGEMENT_S);
        while (true) {
            try {
                acknowledgement.get(LOOK_S, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                if (!topicId().equals(Optional.ofNullable(topicId))) {
                    throw new IllegalStateException("the log " + topic + " was wiped");
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
        admin.close();
        close(statements);
        close(events);
    }

    private static void close(@Nullable KafkaProducer<byte[], byte[]> producer) {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
