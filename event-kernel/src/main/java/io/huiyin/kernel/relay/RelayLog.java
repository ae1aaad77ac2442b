package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The log as the relay writes it: the topic of the events, and beside it that of the watermarks. Every call blocks. */
interface RelayLog {

    /** The topic's id; makes the topic when there is none. */
    String ensureTopic() throws InterruptedException, ExecutionException, TimeoutException;

    /** The topic's id, or empty while there is none. */
    Optional<String> topicId() throws InterruptedException, ExecutionException, TimeoutException;

    /** The ids of both topics, as far as they are there. */
    Set<String> topicIds() throws InterruptedException, ExecutionException, TimeoutException;

    /** Takes topics away for good; one that has come in the place of another has another id and stays. */
    void remove(Set<String> topicIds) throws InterruptedException, ExecutionException, TimeoutException;

    /**
     * The end of each partition, with what stands there.
     *
     * @param depth how many records of each are looked at
     */
    List<LogTail> tails(int depth);

    /**
     * The end of a partition.
     *
     * @param offset one past its last one
     * @param leaderEpoch counts its leaders: a broker that comes back is another one, and may have lost what it had acknowledged; -1
     *     when it is not told
     */
    record End(long offset, int leaderEpoch) {}

    /** The end of each partition. */
    List<End> ends() throws InterruptedException, ExecutionException, TimeoutException;

    /**
     * Sends an event on its way.
     *
     * @param previous the position before it in its partition
     * @param logEpoch under which the log is filled
     */
    void send(int partition, EventEnvelope event, Position previous, int logEpoch);

    /** Waits until all that was sent is acknowledged, and says where it stands; fails when anything of it is not. */
    void awaitAcknowledged(LogEnds ends) throws InterruptedException, ExecutionException, TimeoutException;

    /** Makes the topic of the watermarks when there is none. */
    void ensureStatements() throws InterruptedException, ExecutionException, TimeoutException;

    /** Sends a watermark on its way, whatever becomes of it. */
    void state(Watermark watermark);
}
