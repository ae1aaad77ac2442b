package io.huiyin.kernel.relay;

import org.jspecify.annotations.Nullable;

/**
 * States up to which instant the log is complete (G11). An instant is taken together with the transaction that begins right after it:
 * an event is stamped after its transaction has its number, so whatever was recorded up to the instant has a lower one. The instant is
 * stated once every lower transaction has ended and the log has acknowledged all that they wrote. Nothing else waits for a statement,
 * and one that is lost is followed by another.
 */
final class WatermarkStatements {

    private final Outbox outbox;
    private final RelayLog log;
    private final String topic;
    private Outbox.@Nullable Moment pending;
    private boolean settled;

    WatermarkStatements(Outbox outbox, RelayLog log, String topic) {
        this.outbox = outbox;
        this.log = log;
        this.topic = topic;
    }

    /** Takes the next instant, unless one is waiting to be stated. */
    void next() {
        if (pending == null) {
            pending = outbox.moment();
            settled = false;
        }
    }

    /** Looks whether every transaction has ended that could have recorded up to the instant; to be asked before a page is read. */
    boolean settled() {
        Outbox.Moment moment = pending;
        if (moment != null && !settled) {
            settled = outbox.hasEndedBelow(moment.tx());
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
        Outbox.Moment moment = pending;
        if (moment != null && settled && (drained || moment.isPassedBy(checkpoint.position()))) {
            pending = null;
            log.state(Watermark.of(moment.at(), topic, checkpoint));
        }
    }
}
