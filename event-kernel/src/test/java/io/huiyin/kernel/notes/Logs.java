package io.huiyin.kernel.notes;

import static io.huiyin.kernel.notes.Eventually.eventually;

import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.testing.TestLog;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The logs as they stand on Kafka. */
@Singleton
public class Logs {

    private final KafkaClients kafka;

    Logs(KafkaClients kafka) {
        this.kafka = kafka;
    }

    private static final class Marks {
        private static final TestLog LOG = TestLog.create(NoteProjection.MARKS, "/mark-service");
    }

    /** The other service's log: one for the whole run. */
    public static TestLog marks() {
        return Marks.LOG;
    }

    /** Every record of a topic, by partition and offset. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> entries = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = kafka.consumer(500)) {
            List<TopicPartition> partitions = KafkaClients.partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(entries::add);
            }
        }
        entries.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return entries;
    }

    /** One header of a record as text. */
    public static String header(ConsumerRecord<byte[], byte[]> entry, String name) {
        return new String(entry.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** How many records a topic has. */
    public long length(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = kafka.consumer(1)) {
            return consumer.endOffsets(KafkaClients.partitions(topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Waits until the serving generation of a view has read a topic to its end, whatever it made of it. */
    public void awaitRead(String view, String topic) {
        String read = "select coalesce(sum(c.next_offset), 0) from view_checkpoint c join view_generation g "
                + "on g.view = c.view and g.generation = c.generation and g.state = 'serving' where c.view = '" + view
                + "' and c.topic = '" + topic + "'";
        eventually(view + " has read " + topic, () -> Database.number(read) == length(topic));
    }

    /** Deletes a topic as nobody should. */
    public void wipe(String topic) {
        try (Admin admin = kafka.admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The topic's id, or an empty text while there is none. */
    public String topicId(String topic) {
        try (Admin admin = kafka.admin()) {
            return kafka.topicId(admin, topic).orElse("");
        } catch (ExecutionException | TimeoutException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
