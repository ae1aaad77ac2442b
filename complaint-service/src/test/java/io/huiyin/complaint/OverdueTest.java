package io.huiyin.complaint;

import static io.huiyin.complaint.Cases.GENERAL;
import static io.huiyin.complaint.Cases.MACHINERY;
import static io.huiyin.complaint.Cases.accept;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.complaint.ComplaintCommand.AcknowledgeComplaint;
import io.huiyin.complaint.ComplaintCommand.HandOver;
import io.huiyin.complaint.ComplaintCommand.HoldComplaint;
import io.huiyin.complaint.ComplaintCommand.ReopenComplaint;
import io.huiyin.complaint.ComplaintCommand.ResumeComplaint;
import io.huiyin.complaint.ComplaintCommand.TimePasses;
import io.huiyin.complaint.ComplaintEvent.BreachWithdrawn;
import io.huiyin.complaint.ComplaintEvent.DeadlineApproached;
import io.huiyin.complaint.ComplaintEvent.DeadlineBreached;
import io.huiyin.complaint.ComplaintEvent.OverdueEscalated;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What time brings to a case: filed on Monday 2 March 2026 at 9:00 in Shanghai, received half an hour before. */
@Tag("CMP-28")
@Tag("X-10")
@Tag("X-08")
class OverdueTest {

    private static final HoldComplaint HOLD = new HoldComplaint("等待检测报告", "supplier", null);

    private static Instant march(int day, String time) {
        return OffsetDateTime.parse("2026-03-%02dT%s:00+08:00".formatted(day, time))
                .toInstant();
    }

    private static Steps passes(Steps steps, Instant to) {
        return steps.then(new TimePasses(to), Steps.chairman(), to);
    }

    /** What came of first reply, steps and closing, in order: what, of which, when. Of the others {@link MilestonesTest} tells. */
    private static List<String> told(Steps steps) {
        return told(steps, Set.of(Deadline.FIRST_REPLY, Deadline.STEP, Deadline.CLOSE));
    }

    static List<String> told(Steps steps, Set<String> milestones) {
        List<String> told = new ArrayList<>();
        Arrays.stream(steps.history()).filter(event -> isOf(event, milestones)).forEach(event -> {
            String line = switch (event) {
                case DeadlineApproached e -> "near " + of(e.milestone(), e.department()) + at(e.remindedAt());
                case DeadlineBreached e -> "passed " + of(e.milestone(), e.department()) + at(e.dueAt());
                case OverdueEscalated e ->
                    "told " + e.role() + " of " + of(e.milestone(), e.department()) + at(e.escalatedAt());
                case BreachWithdrawn e -> "withdrawn " + of(e.milestone(), e.department()) + at(e.doneAt());
                case ComplaintEvent other -> "";
            };
            if (!line.isEmpty()) {
                told.add(line);
            }
        });
        return told;
    }

    private static boolean isOf(ComplaintEvent event, Set<String> milestones) {
        return switch (event) {
            case DeadlineApproached e -> milestones.contains(e.milestone());
            case DeadlineBreached e -> milestones.contains(e.milestone());
            case OverdueEscalated e -> milestones.contains(e.milestone());
            case BreachWithdrawn e -> milestones.contains(e.milestone());
            case ComplaintEvent other -> false;
        };
    }

    private static String of(String milestone, @Nullable String department) {
        return department == null ? milestone : department;
    }

    private static String at(Instant instant) {
        return " " + instant.plusSeconds(8 * 3600).toString().substring(8, 16).replace('T', ' ');
    }

    /** Accepted on Monday at 9:00, the sender told, and then left alone. */
    private static Steps machinery() {
        return Steps.registered(MACHINERY).then(accept()).then(new AcknowledgeComplaint("phone", "已受理", null, null));
    }

    @Test
    @DisplayName("CMP-26, CMP-28: a machinery maker's case that is left alone, hour by hour")
    void aCaseLeftAlone() {
        assertEquals(
                List.of(
                        "near gm-office 03 05:00",
                        "passed gm-office 03 09:00",
                        "near quality 04 05:00",
                        "passed quality 04 09:00",
                        "near rd 05 05:00",
                        "passed rd 05 09:00",
                        "near market 06 05:00",
                        "passed market 06 09:00",
                        "near close 07 09:00",
                        "near production 08 05:00",
                        "passed production 08 09:00",
                        "passed close 08 09:00",
                        "told department-head of close 08 09:00",
                        "told leader of close 09 09:00",
                        "told general-manager of close 10 09:00"),
                told(passes(machinery(), march(31, "09:00"))));
    }

    @Test
    @DisplayName("CMP-28: each once, however often it is looked for, and the same at one look or at many")
    void onceEach() {
        Steps often = machinery();
        for (int day = 3; day <= 30; day++) {
            passes(often, march(day, "08:59"));
            passes(often, march(day, "09:00"));
            passes(often, march(day, "09:00"));
        }
        assertEquals(told(passes(machinery(), march(31, "09:00"))), told(often));
        assertNull(often.state().nextDueAt());
    }

    @Test
    @DisplayName("G10: what came due before a person acts is told first, whether it was looked for or not")
    void beforeAnybodyActs() {
        Steps late = Steps.registered(GENERAL)
                .then(new AcknowledgeComplaint("phone", "已受理", null, null), Steps.chairman(), march(3, "08:31"));

        assertEquals(
                List.of(
                        "near first-reply 03 04:30",
                        "passed first-reply 03 08:30",
                        "told department-head of first-reply 03 08:30"),
                told(late));
        assertEquals(
                List.of("near first-reply 03 04:30"),
                told(Steps.registered(GENERAL)
                        .then(
                                new AcknowledgeComplaint("phone", "已受理", null, null),
                                Steps.chairman(),
                                march(3, "08:29"))));
    }

    @Test
    @DisplayName("CMP-21: nothing comes of a limit while the case is held, and nothing at once when it goes on")
    void held() {
        Steps held = machinery().then(HOLD, Steps.chairman(), march(3, "08:00"));
        assertNull(held.state().nextDueAt());
        assertEquals(List.of("near gm-office 03 05:00"), told(passes(held, march(20, "08:00"))));

        held.then(new ResumeComplaint(null), Steps.chairman(), march(20, "08:00"));
        assertEquals(march(20, "09:00"), held.state().nextDueAt());
        assertEquals(
                List.of("near gm-office 03 05:00", "passed gm-office 20 09:00"),
                told(passes(held, march(20, "09:00"))));
    }

    @Test
    @DisplayName("X-10: who is next on the ladder is not told of time the case stood still")
    void heldAfterTheBreach() {
        Steps steps = passes(machinery(), march(8, "10:00")).then(HOLD, Steps.chairman(), march(8, "10:00"));
        steps.then(new ResumeComplaint(null), Steps.chairman(), march(18, "10:00"));

        assertEquals(march(19, "09:00"), steps.state().nextDueAt());
    }

    @Test
    @DisplayName("CMP-26: a department that passes the case on in time has no delay")
    void handedOver() {
        Steps steps = machinery();
        assertEquals("gm-office", steps.state().handling().holder());
        steps.then(new HandOver(null, null), Steps.chairman(), march(2, "15:00"));
        assertEquals("quality", steps.state().handling().holder());
        steps.then(new HandOver("production", "缺陷在装配"), Steps.chairman(), march(2, "16:00"));
        assertEquals("production", steps.state().handling().holder());

        assertEquals(List.of("near rd 05 05:00", "passed rd 05 09:00"), told(passes(steps, march(5, "10:00"))));
    }

    @Test
    @DisplayName(
            "CMP-26: without steps, or after the last, there is nothing to pass on; nor to a department without one")
    void notHandedOver() {
        assertEquals(
                ComplaintRefusal.NOBODYS_STEP,
                assertThrows(
                                Refused.class,
                                () -> Steps.registered(GENERAL).then(accept()).then(new HandOver(null, null)))
                        .refusal());
        assertEquals(
                ComplaintRefusal.NO_SUCH_STEP,
                assertThrows(Refused.class, () -> machinery().then(new HandOver("canteen", null)))
                        .refusal());
        assertEquals(
                "/department",
                assertThrows(InvalidInput.class, () -> machinery().then(new HandOver("gm-office", null)))
                        .faults()
                        .getFirst()
                        .pointer());
        Steps last = machinery().then(new HandOver("production", null)).then(new HandOver(null, null));
        assertNull(last.state().handling().holder());
    }

    @Test
    @Tag("X-28")
    @DisplayName("X-28: a reply given in time and recorded late withdraws the breach")
    void recordedLate() {
        Steps steps = passes(Steps.registered(GENERAL), march(3, "12:00"));
        steps.then(
                new AcknowledgeComplaint("phone", "已电话答复", march(2, "17:00"), null),
                Steps.chairman(),
                march(3, "12:00"));

        assertEquals("withdrawn first-reply 02 17:00", told(steps).getLast());
        assertEquals(march(4, "09:00"), steps.state().nextDueAt(), "the reminder of the tracking");
    }

    @Test
    @Tag("X-28")
    @DisplayName("X-28: one that was late withdraws nothing, and none was given before the receipt or after now")
    void recordedLateAndLate() {
        Steps steps = passes(Steps.registered(GENERAL), march(3, "12:00"));
        steps.then(
                new AcknowledgeComplaint("phone", "已电话答复", march(3, "08:31"), null),
                Steps.chairman(),
                march(3, "12:00"));
        assertEquals("told department-head of first-reply 03 08:30", told(steps).getLast());

        for (Instant impossible : List.of(march(2, "08:29"), march(3, "12:01"))) {
            InvalidInput refused = assertThrows(
                    InvalidInput.class,
                    () -> Steps.registered(GENERAL)
                            .then(
                                    new AcknowledgeComplaint("phone", "x", impossible, null),
                                    Steps.chairman(),
                                    march(3, "12:00")));
            assertEquals("/occurredAt", refused.faults().getFirst().pointer());
        }
    }

    @Test
    @DisplayName("X-10: a profile may send overdue steps up the ladder too")
    void stepsGoUpTheLadder() {
        Map<String, PolicyValues.Entry> values = new HashMap<>(MACHINERY.values());
        values.put("cmp.escalation.of", new PolicyValues.Entry(new PolicyValue.Names(List.of("step")), 2, "MACHINERY"));
        Steps steps = Steps.registered(new PolicyValues("MACHINERY", values))
                .then(accept())
                .then(new AcknowledgeComplaint("phone", "已受理", null, null));

        assertEquals(
                List.of(
                        "near gm-office 03 05:00",
                        "passed gm-office 03 09:00",
                        "told department-head of gm-office 03 09:00",
                        "near quality 04 05:00",
                        "passed quality 04 09:00",
                        "told leader of gm-office 04 09:00",
                        "told department-head of quality 04 09:00"),
                told(passes(steps, march(4, "09:00"))));
    }

    @Test
    @DisplayName("CMP-21: a case held at the very instant of its limit has passed it")
    void heldAtTheLimit() {
        Steps steps = machinery().then(HOLD, Steps.chairman(), march(3, "09:00"));
        steps.then(new ResumeComplaint(null), Steps.chairman(), march(5, "09:00"));

        assertEquals(List.of("near gm-office 03 05:00", "passed gm-office 03 09:00"), told(steps));
        assertEquals(march(6, "05:00"), steps.state().nextDueAt());
    }

    @Test
    @DisplayName(
            "X-24: a case whose close limit runs gets no second one when the policy changes meanwhile, and none goes without")
    void oneCloseLimitWhateverThePolicySaysByThen() {
        Steps registration = Steps.registered(GENERAL).under(MACHINERY).then(accept());
        assertEquals(1, closeLimits(registration));
        Steps acceptance = Steps.registered(MACHINERY).under(GENERAL).then(accept());
        assertEquals(1, closeLimits(acceptance));
    }

    private static long closeLimits(Steps steps) {
        return steps.state().clocks().open().stream()
                .filter(open -> open.milestone().equals(Deadline.CLOSE))
                .count();
    }

    @Test
    @DisplayName("CMP-21: a hold ends with the case; taken up again, its limits run")
    void aHoldEndsWithTheCase() {
        Steps steps = Steps.registered(GENERAL).verified().then(HOLD).then(Steps.close());
        steps.then(new ReopenComplaint("异响再次出现", null), Steps.chairman(), march(9, "09:00"));

        assertEquals(march(10, "09:00"), steps.state().nextDueAt(), "the reminder of the new plan");
    }

    @Test
    @DisplayName("CMP-28: nothing comes of a case that is closed")
    void closed() {
        assertNull(Steps.registered(GENERAL).closed().state().nextDueAt());
    }
}
