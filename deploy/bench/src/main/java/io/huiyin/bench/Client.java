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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the services as their users do. Every POST carries an Idempotency-Key and is sent again under it when the service says that it
 * is busy (503), or when the answer was lost; so a command has one effect whatever happens between.
 */
public final class Client {

    /** Who has no answer by then takes it for lost. */
    public static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** All of this process, whichever client sends them, begin alike. */
    private static final String REQUEST_IDS = "bench-" + UUID.randomUUID() + "-";

    private static final AtomicLong REQUESTS = new AtomicLong();

    private final Access access;
    private final Function<Service, String> addresses;
    private final Witness witness;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();
    private final Map<Service, String> positions = new ConcurrentHashMap<>();

    public Client(Access access) {
        this(access, service -> access.url(service.id()), Witness.NONE);
    }

    /**
     * Somebody who is looked at.
     *
     * @param addresses where to find a service, asked each time anything is sent
     */
    public Client(Access access, Function<Service, String> addresses, Witness witness) {
        this.access = access;
        this.addresses = addresses;
        this.witness = witness;
    }

    public Answer get(Person person, Service service, String path) {
        return send(question(person, service, path), request -> request.GET());
    }

    /** Waits until the service's lists show what this token stands for. */
    public Answer getAtLeast(Person person, Service service, String path, String position) {
        return send(question(person, service, path), request -> request.header("If-Projection-At-Least", position));
    }

    private static Asked question(Person person, Service service, String path) {
        return new Asked(person, service, "GET", path, null, null, null);
    }

    public Answer post(Person person, Service service, String path, Map<String, ?> body) {
        return post(command(person, service, path, body), Map.of());
    }

    /** A command under a key of its own, not sent yet. */
    public static Asked command(Person person, Service service, String path, Map<String, ?> body) {
        return new Asked(
                person,
                service,
                "POST",
                path,
                REQUEST_IDS + REQUESTS.incrementAndGet(),
                UUID.randomUUID().toString(),
                Json.write(body));
    }

    /** Sends a command; several may send the same one. */
    public Answer post(Asked command, Map<String, String> headers) {
        Service service = command.service();
        Answer answer = send(command, request -> {
            headers.forEach(request::header);
            return request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", String.valueOf(command.key()))
                    .header("X-Request-Id", String.valueOf(command.id()))
                    .POST(HttpRequest.BodyPublishers.ofString(String.valueOf(command.body())));
        });
        answer.header("Event-Position").ifPresent(position -> positions.put(service, position));
        return answer;
    }

    /** Where the last command to this service stands in its log; null before the first. */
    @Nullable
    String lastPosition(Service service) {
        return positions.get(service);
    }

    /** All items of a list, page after page. */
    public List<JsonNode> all(Person person, Service service, String path) {
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
    public static Answer await(String what, Supplier<Answer> question, Predicate<Answer> wanted) {
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

    private Answer send(Asked asked, Method method) {
        for (int attempt = 1; ; attempt++) {
            witness.sending(asked);
            URI uri = URI.create(addresses.apply(asked.service()) + asked.path());
            HttpRequest request = method.of(HttpRequest.newBuilder(uri)
                            .timeout(TIMEOUT)
                            .header("Authorization", "Bearer " + token(asked.person())))
                    .build();
            String question = asked.verb() + " " + uri + " as " + asked.person().role() + " "
                    + asked.person().name() + (asked.body() == null ? "" : " -d '" + asked.body() + "'");
            long sent = System.nanoTime();
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                Answer answer = new Answer(
                        question,
                        response.statusCode(),
                        response.headers().map(),
                        response.body(),
                        Json.read(response.body()));
                witness.answered(asked, answer, since(sent));
                if (response.statusCode() != 503 || attempt >= witness.tries()) {
                    return answer;
                }
            } catch (IOException e) {
                witness.unanswered(asked, String.valueOf(e), since(sent));
                if (attempt >= witness.tries()) {
                    throw new Unexpected(question + "\n  gets no answer: " + e, e);
                }
            } catch (InterruptedException e) {
                witness.unanswered(asked, "interrupted", since(sent));
                Thread.currentThread().interrupt();
                throw new Unexpected(question + "\n  was interrupted", e);
            }
            pause(Duration.ofMillis(Math.min(50L * attempt, 500)));
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private String token(Person person) {
        return tokens.computeIfAbsent(person, one -> access.token(one.words()));
    }

    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }
}
