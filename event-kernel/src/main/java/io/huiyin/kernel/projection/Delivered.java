package io.huiyin.kernel.projection;

import io.huiyin.kernel.log.LogRecord;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as a view gets it.
 *
 * @param head null when it is none of the relay's
 * @param wanted whether its event is of interest
 * @param read all of it; null when it is of no interest or malformed
 */
record Delivered(
        ConsumerRecord<byte[], byte[]> entry,
        LogRecord.@Nullable Head head,
        boolean wanted,
        LogRecord.@Nullable Read read) {

    /**
     * Reads as much of a record as is needed.
     *
     * @param takes whether events of a name are of interest
     */
    static Delivered of(ConsumerRecord<byte[], byte[]> entry, Predicate<String> takes) {
        LogRecord.Head head = LogRecord.head(entry);
        boolean wanted = head != null && takes.test(head.name());
        return new Delivered(entry, head, wanted, wanted ? LogRecord.read(entry) : null);
    }
}
