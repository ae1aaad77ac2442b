package io.huiyin.kernel.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.event.Ids;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class PartitionsTest {

    @Test
    void anEventStandsWhereKafkasOwnPartitionerWouldPutItsKey() {
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            UUID id = Ids.next();
            int expected = BuiltInPartitioner.partitionForKey(
                    id.toString().getBytes(StandardCharsets.UTF_8), Partitions.COUNT);
            assertEquals(expected, Partitions.of(id));
            used.add(expected);
        }
        assertEquals(Partitions.COUNT, used.size());
    }

    @Test
    void aPartitionNeverChanges() {
        assertEquals(2, Partitions.of(UUID.fromString("00000000-0000-7000-8000-000000000001")));
    }
}
