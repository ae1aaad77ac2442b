package io.huiyin.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** The broker as a part of an installation: a child JVM that runs {@link KafkaBroker}. */
final class Kafka {

    private Kafka() {}

    /**
     * The broker.
     *
     * @param advertisedPort where it tells its clients to find it: its own port, or that of something between
     */
    static Part part(DataFolder folder, int port, int controllerPort, int advertisedPort, Program.Life life) {
        String mark = folder.mark();
        List<String> arguments = new ArrayList<>(List.of(
                Integer.toString(port),
                folder.kafka().toString(),
                Integer.toString(controllerPort),
                Integer.toString(advertisedPort)));
        List<String> options = new ArrayList<>(List.of(mark, "-Xmx256m", "--sun-misc-unsafe-memory-access=allow"));
        if (life == Program.Life.ENDS_WITH_ITS_STARTER) {
            arguments.add(KafkaBroker.UNTIL_STDIN_CLOSES);
            // A short life: starting quickly counts for more than running quickly.
            options.add("-XX:TieredStopAtLevel=1");
        }
        return new Program(
                "kafka",
                mark,
                folder.log("kafka"),
                Duration.ofSeconds(6),
                Java.main(KafkaBroker.class, options, arguments),
                Map.of(),
                life,
                () -> answers(port));
    }

    private static boolean answers(int port) {
        if (!accepts(port)) {
            return false;
        }
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "127.0.0.1:" + port, "request.timeout.ms", 2000, "default.api.timeout.ms", 2000);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
