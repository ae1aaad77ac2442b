package io.huiyin.complaint.numbers;

import static io.huiyin.complaint.Http.as;
import static io.huiyin.complaint.Http.await;
import static io.huiyin.complaint.Http.feed;
import static io.huiyin.complaint.Http.file;
import static io.huiyin.complaint.Http.filing;
import static io.huiyin.complaint.Http.freshSystem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
@Tag("X-01")
@DisplayName("X-01: numbers are left out only by a person, with a reason, and the register shows it")
class NumberApiTest {

    private static final String GAPS = "/v1/number-gaps";

    private static String admin() {
        return Tokens.of("admin");
    }

    private static String body(String series, long upTo, String reason) {
        return "{\"series\": \"" + series + "\", \"upTo\": " + upTo + ", \"reason\": \"" + reason + "\"}";
    }

    /** A series that no case is numbered by. */
    private static String freshSeries() {
        return "complaint:" + freshSystem("test");
    }

    private static List<Map<String, Object>> gapsOf(String series) {
        JsonPath gaps = as(Tokens.of("auditor")).get(GAPS).jsonPath();
        return gaps.<Map<String, Object>>getList("items").stream()
                .filter(gap -> series.equals(gap.get("series")))
                .toList();
    }

    private static long serial(Response filed) {
        return Long.parseLong(filed.<String>path("number").substring(4));
    }

    @Test
    void theSeriesGoesOnAboveWhatWasLeftOut() {
        String system = freshSystem("numbers");
        Response before = file(admin(), filing(system, "1"));
        String series = "complaint:" + before.<String>path("number").substring(0, 4);
        long last = serial(before);

        as(admin())
                .body(body(series, last + 20, "补录纸质台账"))
                .post(GAPS)
                .then()
                .statusCode(201)
                .header("Event-Position", notNullValue())
                .body("series", equalTo(series))
                .body("first", equalTo((int) last + 1))
                .body("last", equalTo((int) last + 20))
                .body("reason", equalTo("补录纸质台账"))
                .body("actor", equalTo("admin"));

        assertEquals(last + 21, serial(file(admin(), filing(system, "2"))));
        assertEquals(
                List.of((int) last + 1),
                gapsOf(series).stream().map(gap -> gap.get("first")).toList());
    }

    @Test
    void everyGapIsAnEventOfItsSeries() {
        String series = freshSeries();
        as(admin())
                .body(body(series, 3, "first"))
                .post(GAPS)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
        as(admin())
                .body(body(series, 7, "second"))
                .post(GAPS)
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("first", equalTo(4));
        assertEquals(
                List.of(3, 7),
                gapsOf(series).stream().map(gap -> gap.get("last")).toList());
        await(
                "both are in the feed",
                () -> feed(event -> event.get("data").path("series").asText().equals(series))
                                .size()
                        == 2);
    }

    @Test
    void aRetryUnderTheSameKeyLeavesOutNothingMore() {
        String series = freshSeries();
        String key = UUID.randomUUID().toString();
        Response first = as(admin())
                .header("Idempotency-Key", key)
                .body(body(series, 5, "a"))
                .post(GAPS);
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        Response again = as(admin())
                .header("Idempotency-Key", key)
                .body(body(series, 5, "a"))
                .post(GAPS);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertEquals(first.asString(), again.asString());
        as(admin())
                .header("Idempotency-Key", key)
                .body(body(series, 6, "a"))
                .post(GAPS)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        assertEquals(1, gapsOf(series).size());
    }

    @Test
    void numbersThatWereGivenAreNotLeftOut() {
        String series = freshSeries();
        as(admin()).body(body(series, 5, "a")).post(GAPS).then().statusCode(201);
        for (int upTo : new int[] {5, 4, 1}) {
            as(admin())
                    .body(body(series, upTo, "b"))
                    .post(GAPS)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/upTo"));
        }
        assertEquals(1, gapsOf(series).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"series\": \"complaint:2611\", \"upTo\": 5}; /reason",
                "{\"series\": \"complaint:2611\", \"upTo\": 5, \"reason\": \" \"}; /reason",
                "{\"series\": \"complaint:2611\", \"upTo\": 0, \"reason\": \"a\"}; /upTo",
                "{\"series\": \"report:2611\", \"upTo\": 5, \"reason\": \"a\"}; /series",
                "{\"series\": \"complaint:\", \"upTo\": 5, \"reason\": \"a\"}; /series",
                "{\"upTo\": 5, \"reason\": \"a\"}; /series",
                "{\"series\": \"complaint:2611\", \"from\": 1, \"upTo\": 5, \"reason\": \"a\"}; /from",
            })
    void aFaultNamesItsField(String body, String pointer) {
        as(admin()).body(body).post(GAPS).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void onlyAdministratorsLeaveNumbersOut() {
        for (String role : List.of("complaint-owner", "agent", "quality", "auditor")) {
            as(Tokens.of(role))
                    .body(body(freshSeries(), 5, "a"))
                    .post(GAPS)
                    .then()
                    .statusCode(403);
        }
        as(Tokens.of("agent")).get(GAPS).then().statusCode(403);
        as(Tokens.of("quality")).get(GAPS).then().statusCode(200);
    }

    @Test
    void theDocumentSaysWhatIsAnswered() {
        Map<String, Object> answers = as(admin())
                .queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath()
                .getMap("paths.'" + GAPS + "'.post.responses");
        assertTrue(answers.keySet().containsAll(List.of("201", "400", "422")), answers.toString());
        assertFalse(answers.containsKey("200"));
    }
}
