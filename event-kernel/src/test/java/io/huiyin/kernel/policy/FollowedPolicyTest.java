package io.huiyin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.policy.PolicyCommand.FollowValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Given an event of the service that decides on a key, then a command. */
@Tag("X-09")
class FollowedPolicyTest {

    private static final PolicyKey CALENDAR = new PolicyKey(
            "calendar",
            PolicyType.WORKING_WEEK,
            false,
            List.of(),
            List.of("X-09"),
            new PolicyKey.Meaning("日历", "Calendar"),
            "owning-service");

    private static final String VALUE = "{\"zone\":\"Asia/Shanghai\",\"week\":{\"monday\":[\"09:00-12:00\"]}}";

    private static EventEnvelope event(String name, String data) {
        Instant at = Instant.parse("2026-11-26T01:00:00Z");
        return new EventEnvelope(
                Ids.next(),
                name,
                1,
                "/owning-service",
                "policy",
                Ids.next(),
                1,
                at,
                at,
                new ActorName("otto", "Otto", "admin"),
                "correlation",
                null,
                null,
                Position.START,
                data);
    }

    private static List<PolicyCommand> changed(String key, String more) {
        return FollowedPolicy.commands(
                CALENDAR,
                event(
                        "policy-value-changed",
                        "{\"key\":\"" + key + "\",\"version\":2,\"value\":" + VALUE
                                + ",\"effectiveFrom\":\"2026-12-01T00:00:00Z\"" + more + "}"));
    }

    private static FollowValue follow(String reason) {
        return new FollowValue(
                CALENDAR, 2, EventJson.read(VALUE, JsonNode.class), Instant.parse("2026-12-01T00:00:00Z"), reason);
    }

    @Test
    void aChangeOfTheKeyIsFollowedInItsVersionFromTheSameInstantOnAndSaysWhoseItIs() {
        assertEquals(List.of(follow("owning-service: moved")), changed("calendar", ",\"reason\":\"moved\""));
    }

    @Test
    void whatALaterReleaseAddsIsLeftAloneAndWhatItLeavesOutIsNotMissed() {
        assertEquals(List.of(follow("owning-service")), changed("calendar", ",\"approvedBy\":\"board\""));
    }

    @Test
    void noOtherKeyAndNoOtherEventIsFollowed() {
        assertEquals(List.of(), changed("business.zone", ",\"reason\":\"moved\""));
        assertEquals(List.of(), FollowedPolicy.commands(CALENDAR, event("note-written", "{}")));
    }
}
