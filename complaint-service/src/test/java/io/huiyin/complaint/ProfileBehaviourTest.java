package io.huiyin.complaint;

import static io.huiyin.complaint.Cases.accept;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.register;

import io.huiyin.complaint.ComplaintCommand.ClassifyComplaint;
import io.huiyin.complaint.ComplaintCommand.RefileComplaint;
import io.huiyin.complaint.ComplaintCommand.TimePasses;
import io.huiyin.complaint.ComplaintEvent.DeadlineBreached;
import io.huiyin.complaint.ComplaintEvent.OverdueEscalated;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.testing.ProfileBehaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a complaint comes to in a profile, and in GENERAL. RULEBOOK §9.2. */
class ProfileBehaviourTest {

    static List<ProfileBehaviour> behaviours() {
        return List.of(
                new ProfileBehaviour(
                        "FACTORY-TQM",
                        "what is only said by phone is no complaint",
                        policies -> complaint(policies)
                                .given()
                                .when(register(
                                        AFiling.complete().channel("phone").severity(null)))
                                .outcome(),
                        "refused: complaint-only-said",
                        "ComplaintRegistered"),
                new ProfileBehaviour(
                        "MACHINERY",
                        "what the customer rejects is filed anew",
                        policies -> complaint(policies)
                                .given(Steps.registered().rejected().history())
                                .when(new RefileComplaint("补偿不足", null))
                                .outcome(),
                        "ComplaintRefiled",
                        "refused: complaint-refiling-is-not-our-way"),
                new ProfileBehaviour(
                        "MACHINERY",
                        "a case that Quality has not accepted is not late after a week, for the limit runs from there",
                        policies -> afterwards(policies, Deadline.CLOSE, Duration.ofDays(7)),
                        "in time",
                        "overdue"),
                new ProfileBehaviour(
                        "MANUFACTURER",
                        "a weekend is no part of the five days to the closing",
                        policies -> afterwards(
                                policies, Deadline.CLOSE, Duration.ofDays(6).plusHours(1)),
                        "in time",
                        "overdue"),
                traces("SERVICE-DESK"),
                traces("CALLCENTRE"),
                traces("TRAVEL"),
                answers("EQUIPMENT", 1),
                answers("OEM", 8),
                answers("INSTRUMENT", 12),
                classifies("RETAIL", "serious", "human-caused", "invalid: /severity, /causeClass"),
                classifies("HOSPITAL", "important", "charging", "invalid: /causeClass"),
                classifies("PHARMACY", "large-scale-serious", "charging", "invalid: /severity, /causeClass"));
    }

    private static ProfileBehaviour traces(String profile) {
        return new ProfileBehaviour(
                profile,
                "a case whose result nobody has traced in 72 hours goes up the ladder",
                policies -> escalated(policies, Deadline.TRACK, Duration.ofHours(73)),
                "goes up",
                "does not");
    }

    private static ProfileBehaviour answers(String profile, int hours) {
        return new ProfileBehaviour(
                profile,
                "who has not been answered after " + hours + " hours waits too long",
                policies -> afterwards(policies, Deadline.FIRST_REPLY, Duration.ofHours(hours)),
                "overdue",
                "in time");
    }

    private static ProfileBehaviour classifies(String profile, String severity, String cause, String general) {
        return new ProfileBehaviour(
                profile,
                "a case is " + severity + " and its cause " + cause,
                policies -> complaint(policies)
                        .given(Steps.registered().then(accept()).history())
                        .when(new ClassifyComplaint(severity, cause, null, null))
                        .outcome(),
                "ComplaintClassified",
                general);
    }

    /** Whether somebody higher is told of a limit of a case that was filed, and then left alone, so long after its receipt. */
    private static String escalated(PolicyValues policies, String milestone, Duration later) {
        return Arrays.stream(leftAlone(policies, later))
                        .anyMatch(event -> event instanceof OverdueEscalated told
                                && told.milestone().equals(milestone))
                ? "goes up"
                : "does not";
    }

    private static ComplaintEvent[] leftAlone(PolicyValues policies, Duration later) {
        Instant then = AFiling.RECEIVED.plus(later);
        return Steps.registered(policies)
                .then(new TimePasses(then), Steps.chairman(), then)
                .history();
    }

    /** How a limit of a case stands that was filed, and then left alone, so long after its receipt. */
    private static String afterwards(PolicyValues policies, String milestone, Duration later) {
        return Arrays.stream(leftAlone(policies, later))
                        .anyMatch(event -> event instanceof DeadlineBreached breached
                                && breached.milestone().equals(milestone))
                ? "overdue"
                : "in time";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("behaviours")
    void theSameCommandsComeToSomethingElse(ProfileBehaviour behaviour) {
        behaviour.check();
    }
}
