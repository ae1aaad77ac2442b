package io.huiyin.kernel.log;

import static java.util.Map.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Kafka clients with the settings the promises rest on. */
@ApplicationScoped
public class KafkaClients {

    /** How much a consumer fetches at once, unless a single batch is larger. */
    public static final int FETCHED_BYTES = 1024 * 1024;

    private static final int ADMIN_TIMEOUT_MS = 5_000;
    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final int PATIENCE_MS = 5_000;
    private static final int IMPATIENCE_MS = 500;

    private final String servers;
    private final short replication;

    KafkaClients(
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            @ConfigProperty(name = "huiyin.kafka.replication", defaultValue = "1") short replication) {
        this.servers = servers;
        this.replication = replication;
    }

    /** An idempotent producer that waits for all replicas and sends at once. */
    public KafkaProducer<byte[], byte[]> producer() {
        return producer(PATIENCE_MS);
    }

    /** The same, for what is stated again soon: it gives up rather than keep its caller waiting. */
    public KafkaProducer<byte[], byte[]> impatientProducer() {
        return producer(IMPATIENCE_MS);
    }

    private KafkaProducer<byte[], byte[]> producer(int mostBlockMs) {
        return new KafkaProducer<>(
                Map.ofEntries(
                        entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                        entry(ProducerConfig.ACKS_CONFIG, "all"),
                        entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                        // Each partition's batch takes so much from the start, and a producer keeps what it once took.
                        entry(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024),
                        entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024),
                        entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, mostBlockMs),
                        entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
                        entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000),
                        entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A consumer without a group: its positions stand in PostgreSQL. */
    public KafkaConsumer<byte[], byte[]> consumer(int maxRecords) {
        return new KafkaConsumer<>(
                Map.ofEntries(
                        entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                        entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                        entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"),
                        entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxRecords),
                        entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500),
                        // In a backlog all of it is in memory for a while: a megabyte for each partition fills a small
                        // heap.
                        entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_BYTES),
                        entry(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_BYTES),
                        entry(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000),
                        entry(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000),
                        entry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
                        entry(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500),
                        entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    public Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500));
    }

    /** Lets go of it within a second, whatever it still waits for: of itself it would wait for an answer that never comes. */
    public static void close(Admin admin) {
        admin.close(CLOSING);
    }

    /**
     * The topic's id: a log that was wiped and filled again has another one.
     *
     * @return empty while the topic does not exist
     */
    public Optional<String> topicId(Admin admin, String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return Optional.ofNullable(admin.describeTopics(Set.of(topic))
                            .allTopicNames()
                            .get(ADMIN_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                            .get(topic))
                    .map(description -> description.topicId().toString());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The topic's id; creates the topic, kept for ever, when it does not exist. Only the relay does this. */
    public String ensureTopic(Admin admin, String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        return ensure(
                admin,
                new NewTopic(topic, Partitions.COUNT, replication)
                        .configs(Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                "-1",
                                TopicConfig.RETENTION_BYTES_CONFIG,
                                "-1",
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(8 * 1024 * 1024))));
    }

    /**
     * The id of a topic of statements, of which only the last of each key counts; creates it when it does not exist. Its segments
     * are short, because only closed ones are compacted.
     */
    public String ensureStatements(Admin admin, String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        return ensure(
                admin,
                new NewTopic(topic, 1, replication)
                        .configs(Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_COMPACT,
                                TopicConfig.SEGMENT_MS_CONFIG,
                                Long.toString(Duration.ofMinutes(10).toMillis()),
                                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
                                "0.1")));
    }

    private String ensure(Admin admin, NewTopic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        Optional<String> existing = topicId(admin, topic.name());
        if (existing.isPresent()) {
            return existing.get();
        }
        try {
            admin.createTopics(List.of(topic)).all().get(ADMIN_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        for (int attempt = 0; attempt < 50; attempt++) {
            Optional<String> id = topicId(admin, topic.name());
            if (id.isPresent()) {
                return id.get();
            }
            Thread.sleep(100);
        }
        throw new TimeoutException("topic " + topic.name() + " does not appear");
    }

    /** Deletes topics by their ids, and waits until none of them is there any more. */
    public void remove(Admin admin, Set<String> topicIds)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (topicIds.isEmpty()) {
            return;
        }
        List<Uuid> ids = topicIds.stream().map(Uuid::fromString).toList();
        try {
            admin.deleteTopics(TopicCollection.ofTopicIds(ids)).all().get(ADMIN_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicIdException)) {
                throw e;
            }
        }
        for (int attempt = 0; attempt < 50; attempt++) {
            Set<Uuid> there = admin.listTopics().listings().get(ADMIN_TIMEOUT_MS, TimeUnit.MILLISECONDS).stream()
                    .map(TopicListing::topicId)
                    .collect(Collectors.toSet());
            if (Collections.disjoint(there, ids)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new TimeoutException("topics " + topicIds + " do not go");
    }

    /** Every partition of a topic. */
    public static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Partitions.COUNT)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** How long a poll waits for the first record. */
    public static Duration pollTime() {
        return Duration.ofMillis(200);
    }
}
