package io.huiyin.kernel.policy;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.notes.Api;
import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.NotesProfile;
import io.huiyin.kernel.policy.PolicyCommand.ChangeValue;
import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.testing.Tokens;
import io.huiyin.kernel.time.BusinessClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies as operators see and change them. */
@Tag("X-06")
@Tag("X-24")
@QuarkusTest
@TestProfile(NotesProfile.class)
class PolicyApiTest {

    private static final String KEY = "note.limit";
    private static final String PATH = "/v1/policies/" + KEY;

    @Inject
    PoliciesInForce inForce;

    @Inject
    PolicyCatalogue catalogue;

    @Inject
    BusinessClock clock;

    @Inject
    EventStore store;

    private Instant noon;
    private Duration other;

    /** Each test changes from where the one before left it, to a value of its own. */
    @BeforeEach
    void stopTheClock() {
        noon = clock.instant();
        clock.fix(noon);
        other = Duration.ofSeconds(System.nanoTime() % 1_000_000_000);
    }

    @AfterEach
    void letItRun() {
        clock.release();
    }

    private static HttpRequest.Builder putting(String role, String path, String json) {
        return Api.as(Tokens.named("otto", role), path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json));
    }

    private static Api.Answer put(String json) {
        return Api.send(putting("admin", PATH, json));
    }

    private static String change(Duration limit) {
        return "{\"value\":{\"limit\":\"" + limit + "\",\"calendar\":\"working\"},\"reason\":\"because\"}";
    }

    private static String change(Duration limit, Instant from) {
        return "{\"value\":{\"limit\":\"" + limit + "\"},\"effectiveFrom\":\"" + from + "\",\"reason\":\"because\"}";
    }

    @Test
    void everyKeyIsShownWithValueSourceAndMeaning() {
        JsonNode items = Api.get("/v1/policies").json().path("items");

        assertEquals(catalogue.keys().size(), items.size());
        JsonNode one = items.get(0);
        assertEquals(KEY, one.path("key").asText());
        assertEquals("limit", one.path("type").asText());
        assertEquals("NOTES", one.path("profile").asText());
        assertEquals("便条的时限", one.path("meaning").path("zh").asText());
        assertEquals("How long a note may take", one.path("meaning").path("en").asText());
        assertEquals("X-09", one.path("rules").get(0).asText());
    }

    @Test
    void aChangeHoldsAtOnceAndSaysWhoAndWhy() {
        long before = Api.get(PATH).json().path("version").asLong();

        Api.Answer changed = put(change(other));

        assertEquals(200, changed.status(), changed.body());
        JsonNode shown = Api.get(PATH).json();
        assertEquals(changed.json(), shown);
        assertEquals(before + 1, shown.path("version").asLong());
        assertEquals(other.toString(), shown.path("value").path("limit").asText());
        assertEquals("working", shown.path("value").path("calendar").asText());
        assertEquals(noon.toString(), shown.path("effectiveFrom").asText());
        assertEquals("because", shown.path("reason").asText());
        assertTrue(shown.path("source").isMissingNode(), "it comes from no text");
        assertEquals(new Limit(other, CalendarKind.WORKING), inForce.values().limit(KEY));
        assertEquals(before + 1, inForce.values().ref(KEY).version());
        JsonNode history = Api.inspect(PATH + "/history").json().path("items");
        JsonNode last = history.get(history.size() - 1);
        assertEquals("policy-value-changed", last.path("type").asText());
        assertEquals("otto", last.path("actor").path("id").asText());
    }

    @Test
    void aChangeForLaterIsShownAndHoldsThen() {
        Duration now = inForce.values().limit(KEY).duration();
        Instant later = noon.plus(Duration.ofDays(400));

        assertEquals(200, put(change(other, later)).status());

        JsonNode shown = Api.get(PATH).json();
        assertEquals(now.toString(), shown.path("value").path("limit").asText());
        JsonNode changes = shown.path("changes");
        assertEquals(
                later.toString(),
                changes.get(changes.size() - 1).path("effectiveFrom").asText());
        assertEquals(
                other.toString(),
                Api.get(PATH + "?asOf=" + later)
                        .json()
                        .path("value")
                        .path("limit")
                        .asText());
        clock.fix(later);
        assertEquals(other, inForce.values().limit(KEY).duration());
    }

    @Test
    void whatHeldBeforeIsStillTold() {
        put(change(other));
        clock.fix(noon.plusSeconds(60));
        put(change(other.plusSeconds(1)));

        assertEquals(
                other.toString(),
                Api.get(PATH + "?asOf=" + noon.plusSeconds(59))
                        .json()
                        .path("value")
                        .path("limit")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"value\":{\"limit\":\"soon\"},\"reason\":\"r\"} | /value/limit",
                "{\"value\":{\"limit\":\"PT1H\",\"hurry\":1},\"reason\":\"r\"} | /value/hurry",
                "{\"value\":{\"count\":4},\"reason\":\"r\"} | /value",
                "{\"value\":{\"limit\":\"PT1H\"}} | /reason",
                "{\"reason\":\"r\"} | /value",
                "{\"value\":{\"limit\":\"PT1H\"},\"reason\":\"r\",\"effectiveFrom\":\"2020-01-01T00:00:00Z\"} | /effectiveFrom",
            })
    void whatIsWrongIsNamed(String body, String pointer) {
        Api.Answer refused = put(body);

        assertEquals(400, refused.status(), refused.body());
        assertEquals(
                pointer, refused.json().path("errors").get(0).path("pointer").asText(), refused.body());
    }

    @Test
    void onlyAnAdminChangesThemAndAKeyNobodyKnowsIsNotThere() {
        assertEquals(403, Api.send(putting("agent", PATH, change(other))).status());
        assertEquals(
                404,
                Api.send(putting("admin", "/v1/policies/no.such", change(other)))
                        .status());
        assertEquals(404, Api.get("/v1/policies/no.such").status());
        assertEquals(404, Api.inspect("/v1/policies/no.such/history").status());
        assertEquals(401, Api.send(Api.anonymous("/v1/policies")).status());
    }

    @Test
    void aRetryChangesItOnceAndAnOldPageChangesNothing() {
        String key = Ids.next().toString();
        Api.Answer first = Api.send(putting("admin", PATH, change(other)).header("Idempotency-Key", key));
        Api.Answer again = Api.send(putting("admin", PATH, change(other)).header("Idempotency-Key", key));

        assertEquals(first.body(), again.body());
        assertTrue(again.isReplayed());

        Api.Answer stale =
                Api.send(putting("admin", PATH, change(other.plusSeconds(1))).header("If-Match", "\"0\""));
        assertEquals(412, stale.status(), stale.body());
        assertEquals(first.header("ETag"), stale.header("ETag"));
    }

    /** As another instance does it: beside this one, on the same database. */
    @Test
    void whatAnotherInstanceChangedHoldsHereWithinAMoment() {
        PolicyBook another = new PolicyBook(
                catalogue, new PoliciesInForce(clock, catalogue.values("NOTES")), clock, store, "note-events");
        another.change(
                        new ChangeValue(KEY, new Limit(other, CalendarKind.ELAPSED), null, "because"),
                        "/value",
                        CommandRequest.internal(Actor.system("another"), "correlation"))
                .await()
                .indefinitely();

        eventually(
                "it holds here too",
                () -> inForce.values().limit(KEY).duration().equals(other));
    }

    @Test
    void aChangeIsAnEventOfTheLog() {
        put(change(other));

        assertEquals(
                1,
                Database.number("select count(*) from event where aggregate = 'policy' and data->'value'->>'limit' = '"
                        + other + "'"));
    }
}
