package io.huiyin.kernel.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.junit.jupiter.api.Test;

/** G2: whoever lets go of a log that no longer answers can begin again soon. */
class KafkaClientsTest {

    private static final Duration SOON = Duration.ofSeconds(3);

    @Test
    void lettingGoWaitsForNoAnswerThatNeverComes() throws Exception {
        // It takes connections, and says nothing on any of them.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Admin admin = new KafkaClients("127.0.0.1:" + silent.getLocalPort(), (short) 1).admin();
            KafkaFuture<?> answer =
                    admin.describeTopics(Set.of("complaint-events")).allTopicNames();
            assertFalse(answer.isDone());
            assertTimeoutPreemptively(SOON, () -> KafkaClients.close(admin));
        }
    }
}
