package io.huiyin.complaint.simulation;

import static io.huiyin.complaint.Http.COMPLAINTS;
import static io.huiyin.complaint.Http.as;
import static io.huiyin.complaint.Http.file;
import static io.huiyin.complaint.Http.filing;
import static io.huiyin.complaint.Http.freshSystem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.Tokens;
import io.huiyin.kernel.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The period is one that no other test files anything in. */
@Tag("X-24")
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class SimulationApiTest {

    private static final Instant NOON = Instant.parse("2025-07-07T04:00:00Z");
    private static final String PERIOD = "\"from\":\"2025-07-07T00:00:00Z\",\"to\":\"2025-07-08T00:00:00Z\"";

    @Inject
    BusinessClock clock;

    @AfterEach
    void letItRun() {
        clock.release();
    }

    private static ValidatableResponse simulate(String key, String value) {
        return as(Tokens.of("admin"))
                .body("{\"value\":" + value + "," + PERIOD + "}")
                .post("/v1/policies/" + key + "/simulations")
                .then();
    }

    @Test
    void casesOfThePeriodAreGoneThrough() {
        clock.fix(NOON);
        String system = freshSystem("simulation");
        String received = "\"2025-07-07T12:00:00+08:00\"";
        String soon = file(Tokens.of("admin"), filing(system, "1", "receivedAt", received))
                .path("id");
        file(Tokens.of("admin"), filing(system, "2", "receivedAt", received));
        clock.fix(NOON.plus(Duration.ofHours(5)));
        as(Tokens.of("agent"))
                .body("{\"channel\":\"phone\",\"text\":\"已受理\"}")
                .post(COMPLAINTS + "/" + soon + "/acknowledge")
                .then()
                .statusCode(200);
        clock.release();

        simulate("cmp.sla.firstReply", "{\"limit\":\"PT4H\"}")
                .statusCode(200)
                .body("cases", equalTo(2))
                .body("as.kept", equalTo(1))
                .body("as.missed", equalTo(1))
                .body("would.kept", equalTo(0))
                .body("would.missed", equalTo(2))
                .body("moved", equalTo(2))
                .body("newlyMissed", equalTo(1))
                .body("examples.wouldBeDueAt", hasItem("2025-07-07T08:00:00Z"));
    }

    @Test
    void whatIsWrongIsNamed() {
        simulate("cmp.sla.firstReply", "{\"limit\":\"soon\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/value/limit"));
        simulate("cmp.causeClasses", "{\"names\":[\"a\"]}").statusCode(400).body("errors[0].pointer", equalTo("/key"));
        simulate("no.such", "{\"limit\":\"PT4H\"}").statusCode(404);
        as(Tokens.of("admin"))
                .body(
                        "{\"value\":{\"limit\":\"PT4H\"},\"from\":\"2025-07-08T00:00:00Z\",\"to\":\"2025-07-08T00:00:00Z\"}")
                .post("/v1/policies/cmp.sla.firstReply/simulations")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/from"));
        as(Tokens.of("agent"))
                .body("{\"value\":{\"limit\":\"PT4H\"}," + PERIOD + "}")
                .post("/v1/policies/cmp.sla.firstReply/simulations")
                .then()
                .statusCode(403);
    }
}
