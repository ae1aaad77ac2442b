package io.huiyin.complaint;

import static io.huiyin.complaint.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The business calendar as it is shown and changed; what is changed here holds long after other tests count with it. */
@Tag("X-09")
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class CalendarApiTest {

    private static final String WEEK =
            "\"zone\":\"Asia/Shanghai\",\"week\":{\"friday\":[\"09:00-12:00\",\"13:00-17:00\"]}";

    private static ValidatableResponse put(String role, String fields) {
        return as(Tokens.of(role)).body("{" + fields + "}").put("/v1/calendar").then();
    }

    private static ValidatableResponse change(String value, String from) {
        return put("admin", value + ",\"effectiveFrom\":\"" + from + "\",\"reason\":\"because\"");
    }

    private static ValidatableResponse get(String query) {
        return as(Tokens.of("bi")).get("/v1/calendar?" + query).then();
    }

    @Test
    @DisplayName("X-09: the profile's calendar with the country's holidays of a year")
    void theCalendarIsShownWithTheSpecialDaysOfAYear() {
        Map<String, Object> nationalDay =
                Map.of("date", "2026-10-01", "kind", "closed", "name", "国庆节", "windows", List.of(), "own", false);
        Map<String, Object> makeUp = Map.of(
                "date", "2026-10-10",
                "kind", "like",
                "name", "国庆节调休",
                "like", "friday",
                "windows", List.of("09:00-12:00", "13:30-18:00"),
                "own", false);
        get("year=2026")
                .statusCode(200)
                .body("profile", equalTo("GENERAL"))
                .body("zone", equalTo("Asia/Shanghai"))
                .body("holidays", equalTo("CN"))
                .body("week.monday", contains("09:00-12:00", "13:30-18:00"))
                .body("knownYears", equalTo(Map.of("first", 2025, "last", 2026)))
                .body("year", equalTo(2026))
                .body("specialDays", hasItem(nationalDay))
                .body("specialDays", hasItem(makeUp));
        get("asOf=2019-05-01T00:00:00Z").body("year", equalTo(2019)).body("specialDays", empty());
    }

    @Test
    @DisplayName(
            "X-09, X-24: make-up workdays, holidays, shutdowns and seasons hold from the instant they are given for")
    void aChangeIsAVersionOfThePolicy() {
        int changes = get("year=2026").extract().path("changes.size()");
        change(
                        WEEK
                                + ",\"holidays\":\"CN\","
                                + "\"seasons\":[{\"name\":\"夏\",\"from\":\"06-01\",\"to\":\"08-31\",\"week\":{\"friday\":[\"07:00-11:00\"]}}],"
                                + "\"days\":[{\"from\":\"2026-10-01\",\"to\":\"2026-10-02\",\"working\":[\"09:00-11:00\"],\"name\":\"值班\"},"
                                + "{\"date\":\"2027-06-12\",\"like\":\"friday\",\"name\":\"调休\"}],"
                                + "\"years\":{\"first\":2027,\"last\":2027}",
                        "2090-01-01T00:00:00Z")
                .statusCode(200)
                .body("key", equalTo("calendar"))
                .body("changes.size()", equalTo(changes + 1))
                .body("changes[" + changes + "].value.days[1].like", equalTo("friday"));

        get("year=2026").header("ETag", equalTo("\"" + (changes + 1) + "\"")).body("days", nullValue());
        get("asOf=2090-01-01T00:00:00Z&year=2026")
                .body("version", equalTo(changes + 2))
                .body("reason", equalTo("because"))
                .body("seasons.name", contains("夏"))
                .body("knownYears.last", equalTo(2027))
                .body("specialDays.find { it.date == '2026-10-01' }.name", equalTo("值班"))
                .body("specialDays.find { it.date == '2026-10-01' }.windows", contains("09:00-11:00"))
                .body("specialDays.find { it.date == '2026-10-01' }.own", equalTo(true))
                .body("specialDays.find { it.date == '2026-10-03' }.name", equalTo("国庆节"));
        get("asOf=2090-01-01T00:00:00Z&year=2027")
                .body("specialDays.date", contains("2027-06-12"))
                .body("specialDays[0].windows", contains("07:00-11:00"));
        as(Tokens.of("bi"))
                .get("/v1/policies/calendar?asOf=2090-01-01T00:00:00Z")
                .then()
                .body("version", equalTo(changes + 2))
                .body("value.days.size()", equalTo(2));
    }

    @Test
    void theSameCalendarIsNoChange() {
        change(WEEK, "2091-01-01T00:00:00Z").statusCode(200);
        int changes = get("year=2026").extract().path("changes.size()");
        change(WEEK, "2091-06-01T00:00:00Z").statusCode(200).body("changes.size()", equalTo(changes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'week':{'monday':['09:00-12:00']},'reason':'r' | /zone",
                "'zone':'Asia/Shanghai','reason':'r' | /week",
                "'zone':'Mars/Olympus','week':{'monday':['09:00-12:00']},'reason':'r' | /zone",
                "'zone':'Asia/Shanghai','week':{'monday':['9-12']},'reason':'r' | /week/monday/0",
                "'zone':'Asia/Shanghai','week':{'monday':['09:00-12:00']} | /reason",
                "'zone':'Asia/Shanghai','week':{'monday':['09:00-12:00']},'reason':'r','hours':8 | /hours",
                "'zone':'Asia/Seoul','holidays':'KR','week':{'monday':['09:00-12:00']},'reason':'r' | /holidays",
                "'zone':'Asia/Shanghai','week':{'monday':['09:00-12:00']},'days':[{'date':'2026-13-01','closed':'x'}],'reason':'r' | /days/0/date",
                "'zone':'Asia/Shanghai','week':{'monday':['22:00-08:00'],'tuesday':['07:00-12:00']},'reason':'r' | /week",
                "'zone':'Asia/Shanghai','week':{'monday':['09:00-12:00']},'reason':'r','effectiveFrom':'2020-01-01T00:00:00Z' | /effectiveFrom",
            })
    void whatIsWrongIsNamed(String fields, String pointer) {
        put("admin", fields.replace('\'', '"')).statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aCalendarThatNeverOpensAgainIsRefused() {
        StringBuilder days = new StringBuilder();
        for (int year = 2060; year <= 2071; year++) {
            days.append(days.isEmpty() ? "" : ",")
                    .append("{\"from\":\"" + year + "-01-01\",\"to\":\"" + year + "-12-31\",\"closed\":\"停业\"}");
        }
        change(WEEK + ",\"days\":[" + days + "]", "2090-01-01T00:00:00Z")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/days"));
    }

    @Test
    void onlyAnAdminChangesItAndNobodyReadsItUnnamed() {
        put("agent", WEEK + ",\"reason\":\"r\"").statusCode(403);
        RestAssured.given().get("/v1/calendar").then().statusCode(401);
        get("year=soon").statusCode(400).body("errors[0].pointer", equalTo("/year"));
        get("month=5").statusCode(400).body("errors[0].pointer", equalTo("/month"));
    }
}
