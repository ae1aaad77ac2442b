package io.huiyin.complaint;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests of the API tests. */
public final class Http {

    public static final String COMPLAINTS = "/v1/complaints";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger SYSTEMS = new AtomicInteger();

    private Http() {}

    /** A posting system that no other test knows. */
    public static String freshSystem(String name) {
        return name + "-" + SYSTEMS.incrementAndGet();
    }

    /** A JSON request with a token. */
    public static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A complete filing of a system, with some fields replaced by JSON; {@code "demand": null} says nothing. */
    public static String filing(String system, String reference, String... replaced) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("source", "{\"system\": \"" + system + "\", \"reference\": \"" + reference + "\"}");
        fields.put("channel", "\"web\"");
        fields.put("receivedAt", "\"2026-03-02T08:30:00+08:00\"");
        fields.put("customer", "{\"name\": \"李雷\", \"phone\": \"13800000000\"}");
        fields.put("category", "\"product-quality\"");
        fields.put("severity", "\"ordinary\"");
        fields.put("description", "\"运行时有异响\"");
        fields.put("demand", "\"repair\"");
        for (int i = 0; i < replaced.length; i += 2) {
            fields.put(replaced[i], replaced[i + 1]);
        }
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Files a case that must be taken. */
    public static Response file(String token, String body) {
        Response response = as(token).body(body).post(COMPLAINTS);
        response.then().statusCode(201);
        return response;
    }

    /** Gives a command that must be taken. */
    public static Response give(String token, String id, String verb, String body) {
        Response response = as(token).body(body).post(COMPLAINTS + "/" + id + "/" + verb);
        response.then().statusCode(200);
        return response;
    }

    /** References of a list's items, page by page to the end. */
    public static List<String> references(String token, @Nullable String position, String... parameters) {
        return each("items.source.reference", token, position, parameters);
    }

    /** A field of a list's items, page by page to the end. */
    public static List<String> each(String path, String token, @Nullable String position, String... parameters) {
        List<String> found = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request = as(token);
            for (int i = 0; i < parameters.length; i += 2) {
                request.queryParam(parameters[i], parameters[i + 1]);
            }
            if (after != null) {
                request.queryParam("after", after);
            }
            if (position != null) {
                request.header("If-Projection-At-Least", position);
            }
            Response page = request.get(COMPLAINTS);
            page.then().statusCode(200);
            found.addAll(page.jsonPath().getList(path, String.class));
            after = page.path("next");
        } while (after != null);
        return found;
    }

    /** The events of the feed that are wanted, page by page to where the relay stands. */
    public static List<JsonNode> feed(Predicate<JsonNode> wanted) {
        List<JsonNode> events = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request = as(Tokens.of("bi")).queryParam("limit", 200);
            if (after != null) {
                request.queryParam("after", after);
            }
            Response answer = request.get("/v1/events");
            answer.then().statusCode(200);
            JsonNode page = EventJson.read(answer.asString(), JsonNode.class);
            for (JsonNode event : page.get("items")) {
                if (wanted.test(event)) {
                    events.add(event);
                }
            }
            after = page.get("next").isNull() ? null : page.get("next").asText();
        } while (after != null);
        return events;
    }

    /** Looks again and again until it is so. */
    public static void await(String what, BooleanSupplier isSo) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > until) {
                fail("not in " + PATIENCE + ": " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
