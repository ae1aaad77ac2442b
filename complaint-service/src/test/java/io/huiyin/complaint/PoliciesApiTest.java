package io.huiyin.complaint;

import static io.huiyin.complaint.Http.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A value that nothing could be counted with would stop the service: it is refused. */
@Tag("X-09")
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class PoliciesApiTest {

    private static ValidatableResponse put(String key, String value) {
        return as(Tokens.of("admin"))
                .body("{\"value\":" + value + ",\"reason\":\"because\"}")
                .put("/v1/policies/" + key)
                .then();
    }

    @Test
    void aCalendarOfWhichNoHolidaysAreKnownIsRefused() {
        put("calendar", "{\"zone\":\"Asia/Seoul\",\"holidays\":\"KR\",\"week\":{\"monday\":[\"09:00-18:00\"]}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/value/holidays"))
                .body("errors[0].detail", containsString("KR"));
    }

    @Test
    void aWeekThatRunsIntoItselfIsRefused() {
        put(
                        "calendar",
                        "{\"zone\":\"Asia/Shanghai\",\"week\":{\"monday\":[\"22:00-08:00\"],\"tuesday\":[\"07:00-12:00\"]}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/value/week"));
    }

    @Test
    void stepsOfTwoCalendarsAreRefused() {
        put(
                        "cmp.step.budgets",
                        "{\"steps\":[{\"department\":\"quality\",\"limit\":\"PT4H\",\"calendar\":\"working\"},"
                                + "{\"department\":\"rd\",\"limit\":\"P1D\",\"calendar\":\"working-days\"}]}")
                .statusCode(400);
    }

    @Test
    @Tag("X-08")
    void whoIsNeitherRoleNorDepartmentNorPersonIsRefused() {
        put("cmp.notify.newCase", "{\"byName\":{\"any\":\"complaint-owner\"}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/value/byName"))
                .body("errors[0].detail", containsString("role:*"));
    }
}
