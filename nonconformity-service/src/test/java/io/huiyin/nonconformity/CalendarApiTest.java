package io.huiyin.nonconformity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PolicyFact;
import io.huiyin.kernel.testing.ContractSpec;
import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.PolicyTable;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The business calendar is decided on in complaint-service, and holds here. */
@Tag("X-09")
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class CalendarApiTest {

    /** Long after other tests count with it. */
    private static final String FROM = "2090-01-01T00:00:00Z";

    private static final String WEEK = "\"zone\":\"Asia/Shanghai\",\"week\":{\"saturday\":[\"10:00-16:00\"]}";

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }

    private static int version() {
        return as("bi").get("/v1/calendar?asOf=" + FROM).path("version");
    }

    @Test
    @DisplayName("X-09: what complaint-service decides about the calendar holds here too, and says whose it is")
    void theCalendarIsFollowed() throws InterruptedException {
        ComplaintLog.open()
                .publish(
                        Ids.next(),
                        "policy-value-changed",
                        "{\"key\":\"calendar\",\"version\":2,\"value\":{" + WEEK
                                + ",\"days\":[{\"date\":\"2090-05-02\",\"closed\":\"厂休\"}]},\"effectiveFrom\":\"" + FROM
                                + "\",\"reason\":\"搬迁\"}",
                        Instant.parse("2026-11-26T01:00:00Z"));

        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (version() == 1) {
            assertTrue(System.nanoTime() < until, "it is not followed");
            Thread.sleep(50);
        }

        as("bi").get("/v1/calendar?year=2090&asOf=" + FROM)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("effectiveFrom", equalTo(FROM))
                .body("reason", equalTo("complaint-service: 搬迁"))
                .body("week.saturday", contains("10:00-16:00"))
                .body("specialDays.name", contains("厂休"));
        as("auditor")
                .get("/v1/policies/calendar/history")
                .then()
                .body("items.actor.name", contains("when-the-calendar-changes-then-follow-it"));
    }

    @Test
    void nobodyChangesItHere() {
        as("admin")
                .body("{" + WEEK + ",\"reason\":\"because\"}")
                .put("/v1/calendar")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/policy-owned-elsewhere"))
                .body("detail", equalTo("by complaint-service"));
    }

    @Test
    void theExampleOfComplaintServiceReads() {
        ContractSpec.of("complaint-service").consumed(EventNames.of(PolicyFact.class));
    }

    @Test
    void theCalendarOfTheExampleCanBeFollowed() {
        ContractSpec.of("complaint-service")
                .followed(PolicyTable.catalogue("nonconformity-service")
                        .key(Calendars.KEY)
                        .orElseThrow());
    }
}
