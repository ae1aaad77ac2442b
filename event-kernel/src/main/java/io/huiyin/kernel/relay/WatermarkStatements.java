package io.huiyin.kernel.relay;

import io.huiyin.kernel.log.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * States up to which instant the log is complete (G11). An instant is taken together with the transaction that begins right after it:
 * an event is stamped after its transaction has its number, so whatever was recorded up to the instant has a lower one. The instant is
 * stated once every lower transaction has ended and the log has acknowledged all that they wrote. Nothing else waits for a statement,
 * and one that is lost is followed by another.
 */
final class WatermarkStatements implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WatermarkStatements.class);

    private final RelayStore store;
    private final KafkaProducer<byte[], byte[]> producer;
    private final String service;
    private final String events;
    private final String topic;
    private RelayStore.@Nullable Moment pending;
    private boolean settled;
    private @Nullable Future<RecordMetadata> sent;

    WatermarkStatements(RelayStore store, KafkaClients kafka, String service, String events) {
        this.store = store;
        this.producer = kafka.impatientProducer();
        this.service = service;
        this.events = events;
        this.topic = Watermark.topicOf(events);
    }

    /** Takes the next instant, unless one is waiting to be stated. */
    void next() {
        if (pending == null) {
            pending = store.moment();
            settled = false;
        }
    }

    /** Looks whether every transaction has ended that could have recorded up to the instant; to be asked before a page is read. */
    boolean settled() {
        RelayStore.Moment moment = pending;
        if (moment != null && !settled) {
            settled = store.hasEndedBelow(moment.tx());
        }
        return moment != null && settled;
    }

    /**
     * The log has acknowledged more.
     *
     * @param checkpoint up to where
     * @param drained whether that was all there was to send when {@link #settled()} held
     */
    void carried(RelayCheckpoint checkpoint, boolean drained) {
        RelayStore.Moment moment = pending;
        if (moment != null && settled && (drained || moment.isPassedBy(checkpoint.position()))) {
            pending = null;
            state(Watermark.of(moment.at(), events, checkpoint));
        }
    }

    private void state(Watermark watermark) {
        Future<RecordMetadata> before = sent;
        if (before != null && before.state() == Future.State.FAILED) {
            LOG.debugf("a watermark of %s was lost: %s", events, before.exceptionNow());
        }
        try {
            sent = producer.send(new ProducerRecord<>(
                    topic,
                    0,
                    service.getBytes(StandardCharsets.UTF_8),
                    watermark.json().getBytes(StandardCharsets.UTF_8)));
        } catch (KafkaException e) {
            LOG.debugf("a watermark of %s was lost: %s", events, e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
