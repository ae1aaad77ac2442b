package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What one generation of a view keeps beside its rows. Every call blocks. */
interface ViewState {

    /** When the database was restored to an earlier point, if it ever was (ADR 0009). */
    @Nullable
    Instant restoredAt();

    /** Where it stands in each partition. */
    Map<TopicPartition, Mark> marks();

    /**
     * Makes or moves checkpoints outside a batch: at the first sight of a topic, or of another log under its name. One that somebody
     * else has moved meanwhile stays as it is.
     *
     * @param from the checkpoints as they were stored when this was decided
     */
    void setMarks(Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to);

    /** Aggregates that are held back. */
    Set<UUID> held();

    /** What was read of a topic is forgotten: it is read anew, from the beginning. */
    void forget(String topic);

    /** The generation is given up: it shows what it has, reads no more, and another is to be built. */
    void outdate();

    /** Whether the view has ever read a topic, in this generation or another. */
    boolean hasRead(String topic);

    /** The generation takes over from the one that serves. */
    void promote();

    /** Runs work in one transaction; rolls back when it throws. */
    default void inTransaction(Consumer<Open> work) {
        if (!move(Map.of(), Map.of(), work)) {
            throw new IllegalStateException("nothing was to be moved");
        }
    }

    /**
     * Runs work and moves checkpoints by compare-and-set, in one transaction; rolls back when it throws.
     *
     * @param from the checkpoints as they were stored when this was decided
     * @return false, with nothing done, when somebody else has moved one of them
     */
    boolean move(Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to, Consumer<Open> work);

    /**
     * Dead letters to be settled, oldest first: those that a person has asked something for, and those that waited for one that is
     * settled by now.
     */
    List<DeadLetter> asked();

    /** Open dead letters of an aggregate, oldest first. */
    List<DeadLetter> open(UUID subject);

    /** A dead letter was tried again in vain. */
    void failedAgain(long id, String error);

    /** An open transaction. */
    interface Open extends ViewTransaction {

        /**
         * Sets a record aside.
         *
         * @param event what it holds, or null when it is none of the relay's
         * @param waiting whether it could be taken but for one before it
         * @return whether it holds its aggregate back
         */
        boolean setAside(
                ConsumerRecord<byte[], byte[]> entry, @Nullable EventEnvelope event, String error, boolean waiting);

        /** Says what became of a dead letter; false when it was settled before. */
        boolean resolve(long id, String resolution);
    }
}
