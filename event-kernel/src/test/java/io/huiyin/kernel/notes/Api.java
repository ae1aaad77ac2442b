package io.huiyin.kernel.notes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.testing.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** The test application as its clients see it. */
public final class Api {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Api() {}

    /** An answer. */
    public record Answer(int status, String body, HttpHeaders headers) {

        public JsonNode json() {
            try {
                return EventJson.tolerant().readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(status + " " + body, e);
            }
        }

        /** The header, or an empty text. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public UUID id() {
            return UUID.fromString(json().path("id").asText());
        }

        public boolean isReplayed() {
            return header("Idempotency-Replayed").equals("true");
        }
    }

    /** A request to a path, with an agent's token. */
    public static HttpRequest.Builder to(String path) {
        return anonymous(path).header("Authorization", "Bearer " + AGENT.token);
    }

    public static HttpRequest.Builder as(String token, String path) {
        return anonymous(path).header("Authorization", "Bearer " + token);
    }

    public static HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path));
    }

    /** Signing takes its time, so it is done once. */
    private static final class AGENT {
        private static final String token = Tokens.named("anna", "agent");
    }

    /** A POST of JSON, to be sent. */
    public static HttpRequest.Builder posting(String path, String json) {
        return json(to(path), json);
    }

    /** Gives a request a JSON body. */
    public static HttpRequest.Builder json(HttpRequest.Builder request, String json) {
        return request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
    }

    public static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static Answer get(String path) {
        return send(to(path));
    }

    public static Answer post(String path, String json) {
        return send(posting(path, json));
    }

    /** A POST of an operator. */
    public static Answer operate(String path, String json) {
        return send(json(as(Tokens.named("otto", "admin"), path), json));
    }

    /** What an operator looks at. */
    public static Answer inspect(String path) {
        return send(as(Tokens.named("otto", "admin"), path));
    }

    /** Writes a note with this text. */
    public static Answer write(String text) {
        return post(Notes.PATH, "{\"text\":\"" + text + "\"}");
    }

    public static Answer addLine(UUID id, String line) {
        return post(Notes.PATH + "/" + id + "/add-line", "{\"line\":\"" + line + "\"}");
    }

    /** The list's items of a text, as soon as they hold what an answer promised. */
    public static JsonNode listed(String text, Answer written) {
        Answer[] last = new Answer[1];
        Eventually.eventually(() -> "the list holds " + written.header("Event-Position") + ": " + last[0], () -> {
            last[0] = send(to(Notes.PATH + "?text=" + text)
                    .header("If-Projection-At-Least", written.header("Event-Position")));
            return last[0].status() == 200;
        });
        return last[0].json().path("items");
    }

    /** Sends all requests at the same moment. */
    public static List<Answer> together(int times, IntFunction<HttpRequest.Builder> request) {
        CountDownLatch start = new CountDownLatch(1);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                HttpRequest.Builder prepared = request.apply(i);
                Callable<Answer> sending = () -> {
                    start.await();
                    return send(prepared);
                };
                sent.add(threads.submit(sending));
            }
            start.countDown();
            for (Future<Answer> one : sent) {
                answers.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return answers;
    }

    /** Waits until everything is well again. */
    public static void awaitWell() {
        Eventually.eventually(() -> "well: " + well().body(), () -> well().status() == 200);
    }

    /** What the wellness check says. */
    public static Answer well() {
        return send(anonymous("/q/health/well"));
    }
}
