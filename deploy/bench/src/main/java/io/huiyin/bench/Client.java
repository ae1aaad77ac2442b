package io.huiyin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.embedded.Access;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the services as their users do. Every POST carries an Idempotency-Key and is sent again under it when the service says that it
 * is busy (503), or when the answer was lost; so a command has one effect whatever happens between.
 */
final class Client {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int TRIES = 20;
    /** All of this process, whichever client sends them, begin alike. */
    private static final String REQUEST_IDS = "bench-" + UUID.randomUUID() + "-";

    private static final AtomicLong REQUESTS = new AtomicLong();

    private final Access access;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();
    private final Map<Service, String> positions = new ConcurrentHashMap<>();

    Client(Access access) {
        this.access = access;
    }

    Answer get(Person person, Service service, String path) {
        return send(person, service, path, request -> request.GET(), "GET", "");
    }

    /** Waits until the service's lists show what this token stands for. */
    Answer getAtLeast(Person person, Service service, String path, String position) {
        return send(person, service, path, request -> request.header("If-Projection-At-Least", position), "GET", "");
    }

    Answer post(Person person, Service service, String path, Map<String, ?> body) {
        String json = Json.write(body);
        String requestId = REQUEST_IDS + REQUESTS.incrementAndGet();
        String key = UUID.randomUUID().toString();
        Answer answer = send(
                person,
                service,
                path,
                request -> request.header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header("X-Request-Id", requestId)
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                "POST",
                " -d '" + json + "'");
        answer.header("Event-Position").ifPresent(position -> positions.put(service, position));
        return answer;
    }

    /** Where the last command to this service stands in its log; null before the first. */
    @Nullable
    String lastPosition(Service service) {
        return positions.get(service);
    }

    /** All items of a list, page after page. */
    List<JsonNode> all(Person person, Service service, String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String after = "";
        while (true) {
            Answer page =
                    get(person, service, path + separator + "limit=200" + after).ok();
            items.addAll(page.nodes("/items"));
            if (page.string("/next").isEmpty()) {
                return items;
            }
            after = "&after=" + encode(page.string("/next"));
        }
    }

    /** How many POSTs were sent by this process, repetitions not counted. */
    static long sent() {
        return REQUESTS.get();
    }

    /** Whether it is the id of a request of ours, which then correlates all events that come of it. */
    static boolean isRequestOfOurs(String correlationId) {
        return correlationId.startsWith(REQUEST_IDS);
    }

    /** Asks again until the answer is as wanted: what happens in one service is known in the others soon, not at once. */
    static Answer await(String what, Supplier<Answer> question, Predicate<Answer> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = question.get();
            if (wanted.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new Unexpected(what + " does not come about: " + answer.question() + "\n  answers "
                        + answer.status() + " " + answer.text());
            }
            pause(BETWEEN_LOOKS);
        }
    }

    /** Checks again until it holds: feeds and lists end where the relay stands, an instant behind what was decided. */
    static void eventually(Runnable check) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (Unexpected e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                pause(BETWEEN_LOOKS);
            }
        }
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What turns a plain request into one of its method. */
    private interface Method {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private Answer send(Person person, Service service, String path, Method method, String verb, String data) {
        URI uri = URI.create(access.url(service.id()) + path);
        HttpRequest request = method.of(
                        HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("Authorization", "Bearer " + token(person)))
                .build();
        String question = verb + " " + uri + " as " + person.role() + " " + person.name() + data;
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != 503 || attempt == TRIES) {
                    return new Answer(
                            question,
                            response.statusCode(),
                            response.headers().map(),
                            response.body(),
                            Json.read(response.body()));
                }
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new Unexpected(question + "\n  gets no answer", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unexpected(question + "\n  was interrupted", e);
            }
            pause(Duration.ofMillis(Math.min(50L * attempt, 500)));
        }
    }

    private String token(Person person) {
        return tokens.computeIfAbsent(person, one -> access.token(one.words()));
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }
}
