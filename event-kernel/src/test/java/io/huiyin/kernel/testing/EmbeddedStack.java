package io.huiyin.kernel.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL and a real Kafka broker in child processes that end with the test run. */
public class EmbeddedStack implements QuarkusTestResourceLifecycleManager {

    static final String DATA = "huiyin.test.data";
    static final String KAFKA = "huiyin.test.kafka";

    private @Nullable Process process;

    @Override
    public Map<String, String> start() {
        try {
            Path data = Files.createTempDirectory("huiyin-test");
            int postgres = freePort();
            int kafka = freePort();
            String home = System.getProperty("huiyin.embedded.home");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process started = new ProcessBuilder(
                            java,
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            home + "/classes:" + home + "/lib/*",
                            "io.huiyin.embedded.TestStack",
                            Integer.toString(postgres),
                            Integer.toString(kafka),
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process = started;
            awaitReady(started);
            System.setProperty(DATA, data.toString());
            System.setProperty(KAFKA, "127.0.0.1:" + kafka);
            return Map.of(
                    "huiyin.postgres.port",
                    Integer.toString(postgres),
                    "kafka.bootstrap.servers",
                    "127.0.0.1:" + kafka,
                    "mp.jwt.verify.publickey.location",
                    "file:" + data.resolve("keys/public.pem"),
                    "huiyin.imports.dir",
                    data.resolve("imports").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process started) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("READY")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the embedded stack did not start");
        }
        Thread.ofPlatform().daemon().name("stack-output").start(() -> drain(out));
    }

    private static void drain(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                // answers to orders are not needed
            }
        } catch (IOException e) {
            // the stack has ended
        }
    }

    @Override
    public void stop() {
        Process started = process;
        if (started == null) {
            return;
        }
        try (Writer in = new OutputStreamWriter(started.getOutputStream(), StandardCharsets.UTF_8)) {
            in.flush();
        } catch (IOException e) {
            // it has ended already
        }
        try {
            if (!started.waitFor(15, TimeUnit.SECONDS)) {
                started.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
