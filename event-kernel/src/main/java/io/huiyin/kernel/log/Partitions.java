package io.huiyin.kernel.log;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/** Which partition an aggregate's events stand in; the number never changes for a generation of a topic. */
public final class Partitions {

    /** Partitions of every event topic. */
    public static final int COUNT = 6;

    private Partitions() {}

    /** The partition Kafka's own default partitioner would choose for the aggregate's id as key. */
    public static int of(UUID subject) {
        byte[] key = subject.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % COUNT;
    }
}
