package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** Runs a real Apache Kafka broker, which is its own controller, on this machine. */
public final class KafkaBroker {

    /** Given as last argument: the broker ends when its stdin closes. */
    static final String UNTIL_STDIN_CLOSES = "--until-stdin-closes";

    private static final String MAX_RECORD_BYTES = Integer.toString(8 * 1024 * 1024);

    private KafkaBroker() {}

    /**
     * Arguments: port, data folder, and optionally the controller's port (else port + 1) and the port at which clients are told to
     * find it (else its own).
     */
    public static void main(String[] args) throws Exception {
        List<String> arguments = List.of(args);
        boolean untilStdinCloses = arguments.contains(UNTIL_STDIN_CLOSES);
        List<String> positional =
                arguments.stream().filter(a -> !a.startsWith("--")).toList();
        int port = Integer.parseInt(positional.get(0));
        Path folder = Path.of(positional.get(1));
        int controllerPort = positional.size() > 2 ? Integer.parseInt(positional.get(2)) : port + 1;
        int advertisedPort = positional.size() > 3 ? Integer.parseInt(positional.get(3)) : port;

        if (untilStdinCloses) {
            Thread.ofPlatform().daemon().start(KafkaBroker::haltWhenStdinCloses);
        }
        format(folder);
        KafkaRaftServer server = new KafkaRaftServer(
                KafkaConfig.fromProps(settings(port, controllerPort, advertisedPort, folder), false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            server.shutdown();
            server.awaitShutdown();
        }));
        server.startup();
        server.awaitShutdown();
    }

    private static void haltWhenStdinCloses() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said to a broker; only the end counts.
            }
        } catch (IOException e) {
            // An unreadable stdin is a closed one.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void format(Path folder) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(folder);
        new Formatter()
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .setDirectories(List.of(folder.toString()))
                .setIgnoreFormatted(true)
                .run();
    }

    private static Properties settings(int port, int controllerPort, int advertisedPort, Path folder) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + advertisedPort);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", MAX_RECORD_BYTES);
        settings.put("replica.fetch.max.bytes", MAX_RECORD_BYTES);

        // A killed broker may return only when the session of its former life has run out.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");

        // One node: nothing has a second replica, and no group waits for more members.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");

        // Small: one installation's load, in a heap of 256 MB.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        return settings;
    }
}
