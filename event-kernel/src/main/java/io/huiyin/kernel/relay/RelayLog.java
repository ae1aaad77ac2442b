package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The log as the relay writes it: the topic of the events, and beside it that of the watermarks. Every call blocks. */
interface RelayLog {

    /** The topic's id; makes the topic when there is none. */
    String ensureTopic() throws InterruptedException, ExecutionException, TimeoutException;

    /** The topic's id, or empty while there is none. */
    Optional<String> topicId() throws InterruptedException, ExecutionException, TimeoutException;

    /** The end of each partition. */
    List<LogTail> tails();

    /** Sends an event on its way; {@code previous} is the position before it in its partition. */
    void send(int partition, EventEnvelope event, Position previous);

    /** Waits until all that was sent is acknowledged; fails when anything of it is not. */
    void awaitAcknowledged() throws InterruptedException, ExecutionException, TimeoutException;

    /** Makes the topic of the watermarks when there is none. */
    void ensureStatements() throws InterruptedException, ExecutionException, TimeoutException;

    /** Sends a watermark on its way, whatever becomes of it. */
    void state(Watermark watermark);
}
