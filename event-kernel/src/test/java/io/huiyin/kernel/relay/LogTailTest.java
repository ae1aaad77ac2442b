package io.huiyin.kernel.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.log.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** G2: a takeover looks at the log's ends, and waits for none that are no longer there. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LogTailTest {

    private static final String TOPIC = "complaint-events";

    @Test
    void aLogThatIsWipedWhileItsTailIsReadIsNotWaitedFor() {
        MockConsumer<byte[], byte[]> consumer = log(7);
        assertThrows(IllegalStateException.class, () -> LogTail.read(consumer, TOPIC, 1000, Duration.ofMillis(200)));
    }

    @Test
    void whatElseIsWrittenMeanwhileDoesNotProlongIt() {
        MockConsumer<byte[], byte[]> consumer = log(0);
        TopicPartition missing = new TopicPartition(TOPIC, 0);
        consumer.updateEndOffsets(Map.of(missing, 7L));
        writeAtEachPoll(consumer, new TopicPartition(TOPIC, 1), 0);
        assertThrows(IllegalStateException.class, () -> LogTail.read(consumer, TOPIC, 1000, Duration.ofMillis(200)));
    }

    private static void writeAtEachPoll(MockConsumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
        consumer.schedulePollTask(() -> {
            consumer.addRecord(
                    new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], new byte[0]));
            writeAtEachPoll(consumer, partition, offset + 1);
        });
    }

    @Test
    void anEmptyLogHasEmptyTails() {
        List<LogTail> tails = LogTail.read(log(0), TOPIC, 1000, Duration.ofMillis(200));
        assertEquals(
                KafkaClients.partitions(TOPIC).stream()
                        .map(partition -> LogTail.unread(partition.partition(), true, 0))
                        .toList(),
                tails);
    }

    /** One that says it holds so many records in each partition, and gives none. */
    private static MockConsumer<byte[], byte[]> log(long end) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
        List<TopicPartition> partitions = KafkaClients.partitions(TOPIC);
        consumer.updateBeginningOffsets(all(partitions, 0));
        consumer.updateEndOffsets(all(partitions, end));
        return consumer;
    }

    private static Map<TopicPartition, Long> all(List<TopicPartition> partitions, long offset) {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> offset));
    }
}
