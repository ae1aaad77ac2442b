package io.huiyin.followup.task;

import static io.huiyin.followup.task.Tasks.HAN;
import static io.huiyin.followup.task.Tasks.HAPPY;
import static io.huiyin.followup.task.Tasks.NOW;
import static io.huiyin.followup.task.Tasks.claim;
import static io.huiyin.followup.task.Tasks.claimed;
import static io.huiyin.followup.task.Tasks.followUp;
import static io.huiyin.followup.task.Tasks.planned;
import static io.huiyin.followup.task.Tasks.record;

import io.huiyin.followup.task.FollowUpEvent.FollowUpAttempted;
import io.huiyin.followup.task.rules.ChannelPriority;
import io.huiyin.kernel.testing.ProfileBehaviour;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a follow-up comes to in a profile, and in GENERAL. RULEBOOK §9.2. */
class ProfileBehaviourTest {

    private static final String CLAIMED = "FollowUpClaimed";
    private static final String NO_CALLS = "refused: follow-up-outside-call-window";

    static List<ProfileBehaviour> behaviours() {
        return List.of(
                calls("HOSPITAL", "nobody before ten", "2026-03-02T09:30:00+08:00", NO_CALLS, CLAIMED),
                calls("PHARMACY", "nobody after five", "2026-03-02T17:30:00+08:00", NO_CALLS, CLAIMED),
                calls("REALESTATE", "on Saturday too", "2026-03-07T10:30:00+08:00", CLAIMED, NO_CALLS),
                calls("CALLCENTRE", "on holidays too", "2026-10-01T10:30:00+08:00", CLAIMED, NO_CALLS),
                signs("TECH"),
                signs("SOFTWARE"),
                tries("FACTORY", "visit, phone"),
                tries("FACTORY-TQM", "visit, phone"),
                tries("B2B-SALES", "phone, messenger, email"));
    }

    private static ProfileBehaviour calls(String profile, String when, String at, String of, String general) {
        return new ProfileBehaviour(
                profile,
                "calls " + when,
                policies -> followUp(policies)
                        .given(planned())
                        .at(OffsetDateTime.parse(at).toInstant())
                        .by(HAN)
                        .when(claim())
                        .outcome(),
                of,
                general);
    }

    private static ProfileBehaviour signs(String profile) {
        return new ProfileBehaviour(
                profile,
                "a visit is recorded without the customer's signature: agent and technician sign",
                policies -> followUp(policies)
                        .given(
                                planned(),
                                claimed(HAN),
                                new FollowUpAttempted(1, "han", "visit", null, "reached", NOW, null, null, null, null))
                        .at(NOW)
                        .by(HAN)
                        .when(record(HAPPY, null))
                        .outcome(),
                "FollowUpRecorded",
                "invalid: /signature");
    }

    private static ProfileBehaviour tries(String profile, String channels) {
        return new ProfileBehaviour(
                profile,
                "who prepares a contact tries " + channels,
                policies -> String.join(", ", ChannelPriority.order(null, policies)),
                channels,
                "phone");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("behaviours")
    void theSameCommandsComeToSomethingElse(ProfileBehaviour behaviour) {
        behaviour.check();
    }
}
