package io.huiyin.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        answer("/short", 200, "{}", false);
        answer("/long", 200, "x".repeat(200_000), false);
        answer("/chunks", 200, "y".repeat(200_000), true);
        answer("/refused", 409, "{\"rule\":\"X-01\"}", false);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        workers.close();
    }

    private void answer(String path, int status, String body, boolean chunks) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Event-Position", Integer.toString(asked.incrementAndGet()));
            exchange.sendResponseHeaders(status, chunks ? 0 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    private Load load(String path, Load.Listener listener) {
        Template template = Template.get("127.0.0.1", path, "");
        return new Load(server.getAddress().getPort(), template::write, listener);
    }

    @Test
    void everyRequestThatIsDueIsSentAndAnsweredOnce() throws IOException {
        for (String path : Set.of("/short", "/long", "/chunks")) {
            asked.set(0);
            Set<String> positions = ConcurrentHashMap.newKeySet();
            Outcome outcome = load(path, (wire, at) -> {
                        assertTrue(at >= wire.due());
                        positions.add(String.valueOf(wire.header("event-position")));
                    })
                    .open(3, 200, Duration.ofMillis(200));
            assertEquals(40, asked.get(), path);
            assertEquals(40, positions.size(), path);
            assertEquals(40, outcome.good(), path);
            assertEquals(0, outcome.bad(), path);
        }
    }

    @Test
    void whatIsRefusedIsCountedButNotTimed() throws IOException {
        Outcome outcome = load("/refused", (wire, at) -> {}).closed(2, Duration.ofMillis(100));
        assertEquals(0, outcome.good());
        assertEquals(Map.of(409, (long) asked.get()), outcome.answers());
        assertEquals(0, outcome.rate());
    }

    @Test
    void aClosedLoadAsksAgainUntilItsTimeIsOver() throws IOException {
        Outcome outcome = load("/short", (wire, at) -> {}).closed(3, Duration.ofMillis(200));
        assertEquals(asked.get(), outcome.good());
        assertTrue(outcome.inTime() > 3, () -> outcome.inTime() + " in time");
        assertTrue(outcome.lasted().compareTo(outcome.length()) >= 0);
    }
}
