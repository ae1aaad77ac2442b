package io.huiyin.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A throwaway PostgreSQL and Kafka for tests: ends when its stdin closes, and leaves no process behind. */
public final class TestStack {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Postgres postgres;
    private final Part kafka;

    private TestStack(DataFolder folder, int postgresPort, int kafkaPort) throws IOException {
        Path binaries = PostgresBinaries.under(
                Path.of(System.getProperty("java.io.tmpdir"), "huiyin-embedded-" + System.getProperty("user.name")));
        this.postgres =
                new Postgres(binaries, folder.postgres(), folder.log("postgres"), postgresPort, Passwords.OF_TESTS);
        this.kafka = Kafka.part(folder, kafkaPort, freePort(), kafkaPort, Program.Life.ENDS_WITH_ITS_STARTER);
    }

    /**
     * Arguments: PostgreSQL's port, Kafka's port, data folder. Prints READY; then answers OK or ERROR to each of the
     * lines kafka-stop, kafka-start, pg-stop and pg-start, where stop means kill.
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("usage: TestStack POSTGRES_PORT KAFKA_PORT DATA_FOLDER");
            System.exit(2);
        }
        DataFolder folder = DataFolder.ofTest(Path.of(args[2]));
        TestStack stack = new TestStack(folder, Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stack::end));
        try {
            // Both start at once and are waited for together.
            stack.kafka.start();
            stack.postgres.start();
            Keys.in(folder.keys());
            Readiness.await(List.of(stack.postgres, stack.kafka), START_LIMIT, part -> !part.isRunning());
        } catch (IOException | UserError e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.out.println("READY");
        stack.obey();
        System.exit(0);
    }

    private void obey() throws IOException, InterruptedException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            try {
                switch (order.strip()) {
                    case "kafka-stop" -> kafka.kill();
                    case "kafka-start" -> start(kafka);
                    case "pg-stop" -> postgres.kill();
                    case "pg-start" -> start(postgres);
                    default -> throw new UserError("unknown order: " + order);
                }
                System.out.println("OK");
            } catch (IOException | UserError e) {
                System.out.println("ERROR " + e.getMessage());
            }
        }
    }

    private static void start(Part part) throws IOException, InterruptedException {
        part.start();
        Readiness.await(List.of(part), START_LIMIT, lost -> !lost.isRunning());
    }

    private void end() {
        kafka.kill();
        postgres.stopWithoutCheckpoint();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
