package io.huiyin.kernel.log;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Ids of topics as all readers of a service look at them, each about once a second: who comes soon after another shares his look. */
@ApplicationScoped
public class TopicIds {

    private static final Duration KEPT = Duration.ofMillis(500);

    private record Look(Optional<String> id, long at) {}

    private final KafkaClients kafka;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private final Admin admin;

    TopicIds(KafkaClients kafka) {
        this.kafka = kafka;
        this.admin = kafka.admin();
    }

    /**
     * The topic's id, as it was half a second ago at most.
     *
     * @return empty while the topic does not exist
     */
    public Optional<String> of(String topic) throws InterruptedException, ExecutionException, TimeoutException {
        Look known = looks.get(topic);
        if (known != null && System.nanoTime() - known.at() < KEPT.toNanos()) {
            return known.id();
        }
        long at = System.nanoTime();
        Optional<String> id = kafka.topicId(admin, topic);
        looks.put(topic, new Look(id, at));
        return id;
    }

    @PreDestroy
    void close() {
        KafkaClients.close(admin);
    }
}
