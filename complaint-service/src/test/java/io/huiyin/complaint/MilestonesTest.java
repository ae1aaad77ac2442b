package io.huiyin.complaint;

import static io.huiyin.complaint.Cases.GENERAL;
import static io.huiyin.complaint.Cases.MACHINERY;
import static io.huiyin.complaint.Cases.accept;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.ComplaintCommand.AgreeDate;
import io.huiyin.complaint.ComplaintCommand.HoldComplaint;
import io.huiyin.complaint.ComplaintCommand.RecordArrival;
import io.huiyin.complaint.ComplaintCommand.RequestVisit;
import io.huiyin.complaint.ComplaintCommand.ResumeComplaint;
import io.huiyin.complaint.ComplaintCommand.TimePasses;
import io.huiyin.complaint.ComplaintCommand.TrackResult;
import io.huiyin.complaint.ComplaintEvent.DateAgreed;
import io.huiyin.complaint.PromisedClock.Happened;
import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The milestones of a case, each with its own clock: received on Monday 2 March 2026 at 8:30 in Shanghai, registered at 9:00. */
@Tag("CMP-21")
@Tag("CMP-04")
@Tag("CMP-22")
@Tag("CMP-23")
@Tag("CMP-24")
@Tag("CMP-27")
@Tag("CMP-29")
class MilestonesTest {

    private static final RequestVisit VISIT = new RequestVisit(null, null, null, null);

    private static Instant march(int day, String time) {
        return OffsetDateTime.parse("2026-03-%02dT%s:00+08:00".formatted(day, time))
                .toInstant();
    }

    private static Steps at(Steps steps, Instant now, ComplaintCommand command) {
        return steps.then(command, Steps.chairman(), now);
    }

    private static List<String> told(Steps steps, String milestone) {
        return OverdueTest.told(steps, Set.of(milestone));
    }

    /** When a promise is due that is still open. */
    private static @Nullable Instant due(Steps steps, String milestone) {
        return steps.state().clocks().open().stream()
                .filter(open -> open.milestone().equals(milestone))
                .map(Deadline::dueAt)
                .findFirst()
                .orElse(null);
    }

    private static PolicyValues profile(String name) {
        return PolicyProfiles.load(name);
    }

    @Test
    @DisplayName("CMP-04: who registers late has passed that limit, and says so at once")
    void registered() {
        assertEquals(List.of(), told(Steps.registered(GENERAL), "register"));
        assertEquals(List.of("passed register 02 08:45"), told(Steps.registered(MACHINERY), "register"));

        Complaint.Clock clock = Objects.requireNonNull(
                Steps.registered(MACHINERY).state().clocks().last("register", null));
        assertTrue(clock.stopped(), "nobody waits for it any more");
        assertTrue(clock.raised().breached());
    }

    @Test
    @DisplayName("CMP-04, X-28: how long it took is counted to when it was recorded, not to when it was received")
    void registeredReading() {
        List<Happened> history =
                List.of(new Happened(Steps.registered(MACHINERY).history()[0], AFiling.RECEIVED));
        DeadlineReading reading = Objects.requireNonNull(
                DeadlineReading.of(history, "register", null, Calendars.of(MACHINERY), march(2, "10:00")));

        assertEquals("stopped", reading.state());
        assertEquals("PT15M", reading.overdueBy(), "half an hour, where a quarter was given");
        assertTrue(reading.overdue());
    }

    @Test
    @DisplayName("CMP-22: nobody takes charge for a day; who does so ends the clock")
    void accepted() {
        assertEquals(
                List.of("near accept 03 05:00", "passed accept 03 09:00"),
                told(at(Steps.registered(), march(3, "09:00"), new TimePasses(march(3, "09:00"))), "accept"));
        assertNull(due(Steps.registered().then(accept()), "accept"));
        assertEquals(
                List.of(),
                told(
                        at(Steps.registered().then(accept()), march(9, "09:00"), new TimePasses(march(9, "09:00"))),
                        "accept"));
    }

    @Test
    @DisplayName(
            "CMP-24: the plan is due after the acceptance, and a proposal is one; so is an answer where we are not liable")
    void planned() {
        Steps accepted = Steps.registered().then(accept());
        assertEquals(march(4, "09:00"), due(accepted, "plan"));
        assertEquals(
                List.of("near plan 03 09:00", "passed plan 04 09:00"),
                told(at(accepted, march(4, "09:00"), new TimePasses(march(4, "09:00"))), "plan"));
        assertNull(due(Steps.registered().pending("800.00"), "plan"));
        assertNull(due(Steps.registered().liable("customer", "misuse").then(Steps.inform()), "plan"));
    }

    @Test
    @DisplayName("CMP-24: from the receipt, where the profile says so, and once")
    void plannedFromReceipt() {
        Steps registered = Steps.registered(profile("MANUFACTURER"));
        assertEquals(march(4, "08:30"), due(registered, "plan"));
        assertEquals(march(4, "08:30"), due(registered.then(accept()), "plan"));
        assertEquals(
                1,
                registered.state().clocks().running().stream()
                        .filter(clock -> clock.promised().milestone().equals("plan"))
                        .count());
    }

    @Test
    @DisplayName("CMP-27: the result is traced in 72 hours, in place or not; a verification is a trace")
    void tracked() {
        Steps steps = Steps.registered();
        assertEquals(march(5, "09:00"), due(steps, "track"));
        at(steps, march(4, "09:00"), new TrackResult(false, "配件已寄出，尚未安装", null));
        assertNull(due(steps, "track"));
        assertEquals(List.of("near track 04 09:00"), told(steps, "track"));
        assertNull(due(Steps.registered().verified(), "track"));
        assertEquals(
                List.of("near track 04 09:00", "passed track 05 09:00"),
                told(at(Steps.registered(), march(5, "09:00"), new TimePasses(march(5, "09:00"))), "track"));
    }

    @Test
    @DisplayName("CMP-23: somebody is on site in time, or was and it is recorded late, or not")
    void onSite() {
        Steps steps = Steps.registered().then(accept());
        at(steps, march(2, "10:00"), VISIT);
        assertEquals(march(4, "10:00"), due(steps, "on-site"));
        assertEquals(ComplaintRefusal.VISIT_PENDING, refusal(steps, march(2, "11:00"), VISIT));

        at(steps, march(4, "12:00"), new RecordArrival(march(4, "09:30"), null));
        assertEquals(
                List.of("near on-site 04 09:00", "passed on-site 04 10:00", "withdrawn on-site 04 09:30"),
                told(steps, "on-site"));
        assertNull(due(steps, "on-site"));
        assertEquals(ComplaintRefusal.NO_VISIT, refusal(steps, march(4, "12:00"), new RecordArrival(null, null)));

        at(steps, march(5, "09:00"), VISIT);
        assertEquals(march(7, "09:00"), due(steps, "on-site"), "one may come again");
        for (Instant impossible : List.of(march(5, "08:59"), march(5, "10:01"))) {
            assertEquals("/arrivedAt", fault(steps, march(5, "10:00"), new RecordArrival(impossible, null)));
        }
    }

    @ParameterizedTest(name = "{0}: {1}, {2} km, agreed {3}: on site by {4}")
    @DisplayName("CMP-23: a profile's limit by kind of call, within its radius, or the agreed date")
    @CsvSource({
        "GENERAL, , , , 04 09:00",
        "OEM, , 300, , 02 17:00",
        "AUTO, city-rescue, , , 02 11:00",
        "AUTO, , , , 04 09:00",
        "CONSTRUCTION, emergency, , , 02 10:00",
        "BOILER, emergency, , , 02 10:00",
        "TESTING, emergency, , , 02 10:00",
        "INSTRUMENT, , 100, , 03 09:00",
        "INSTRUMENT, , 101, 9, 09 09:00",
        "INSTRUMENT, , , 9, 09 09:00",
        "EQUIPMENT, , 5, 3, 03 09:00"
    })
    void onSiteByProfile(
            String profile,
            @Nullable String kind,
            @Nullable Integer distanceKm,
            @Nullable Integer agreed,
            String expected) {
        Steps steps = Steps.registered(profile(profile));
        steps.then(new RequestVisit(kind, distanceKm, agreed == null ? null : march(agreed, "09:00"), null));
        assertEquals(march(Integer.parseInt(expected.substring(0, 2)), expected.substring(3)), due(steps, "on-site"));
    }

    @Test
    @DisplayName("CMP-23: what the profile does not tell apart, or leaves to nobody, is asked for by its field")
    void visitFaults() {
        assertEquals("/kind", fault(Steps.registered(), Cases.NOW, new RequestVisit("emergency", null, null, null)));
        assertEquals(
                "/kind",
                fault(Steps.registered(profile("AUTO")), Cases.NOW, new RequestVisit("emergency", null, null, null)));
        assertEquals(
                "/agreedAt",
                fault(Steps.registered(), Cases.NOW, new RequestVisit(null, null, march(3, "09:00"), null)));
        Steps equipment = Steps.registered(profile("EQUIPMENT"));
        assertEquals("/agreedAt", fault(equipment, Cases.NOW, VISIT));
        assertEquals("/agreedAt", fault(equipment, Cases.NOW, new RequestVisit(null, null, Cases.NOW, null)));
    }

    private static AgreeDate later(Instant dueAt) {
        return new AgreeDate("close", dueAt, "phone", "配件周一到货", null);
    }

    @Test
    @DisplayName("CMP-29: another date is agreed before the promised one passes; both are kept, and the new one acts")
    void agreed() {
        Steps steps = at(Steps.registered(), march(6, "09:00"), later(march(12, "18:00")));

        DateAgreed event = assertInstanceOf(DateAgreed.class, steps.history()[steps.history().length - 1]);
        assertEquals(march(8, "09:00"), event.previousDueAt());
        assertEquals(march(12, "18:00"), due(steps, "close"));
        at(steps, march(14, "18:00"), new TimePasses(march(14, "18:00")));
        assertEquals(
                List.of(
                        "near close 11 18:00",
                        "passed close 12 18:00",
                        "told department-head of close 12 18:00",
                        "told leader of close 13 18:00",
                        "told general-manager of close 14 18:00"),
                told(steps, "close"));

        DeadlineReading reading = Objects.requireNonNull(DeadlineReading.of(
                List.of(new Happened(steps.history()[0], AFiling.RECEIVED), new Happened(event, march(6, "09:00"))),
                "close",
                null,
                Calendars.of(GENERAL),
                march(6, "09:00")));
        assertEquals(march(8, "09:00"), reading.promisedDueAt());
        assertEquals(march(12, "18:00"), reading.dueAt());
    }

    @Test
    @DisplayName("CMP-29: who was reminded of the old date is reminded of the new one")
    void remindedAgain() {
        Steps steps = at(Steps.registered(), march(7, "12:00"), later(march(12, "18:00")));
        at(steps, march(11, "18:00"), new TimePasses(march(11, "18:00")));
        assertEquals(List.of("near close 07 09:00", "near close 11 18:00"), told(steps, "close"));
    }

    @Test
    @DisplayName("CMP-29: a date that was agreed by mistake is corrected, and nobody is reminded of what is past")
    void agreedAnew() {
        Steps steps = at(Steps.registered(), march(7, "12:00"), later(Instant.parse("2027-03-12T10:00:00Z")));
        at(steps, march(7, "13:00"), later(march(8, "10:00")));
        assertEquals(march(8, "10:00"), due(steps, "close"));
        at(steps, march(8, "10:00"), new TimePasses(march(8, "10:00")));
        assertEquals(
                List.of("near close 07 09:00", "passed close 08 10:00", "told department-head of close 08 10:00"),
                told(steps, "close"));
    }

    @Test
    @DisplayName("CMP-22, CMP-29: who is told of another date has heard from us")
    void agreeingIsAReply() {
        assertNull(due(at(Steps.registered(), march(2, "10:00"), later(march(12, "18:00"))), "first-reply"));
        AgreeDate reply = new AgreeDate("first-reply", march(4, "18:00"), "phone", "周三答复", null);
        assertEquals(march(4, "18:00"), due(at(Steps.registered(), march(2, "10:00"), reply), "first-reply"));
    }

    @Test
    @DisplayName("CMP-21: a case from before there were these milestones goes its way")
    void aCaseOfBefore() {
        ComplaintEvent.ComplaintRegistered now = Cases.registered();
        ComplaintEvent.ComplaintRegistered before = new ComplaintEvent.ComplaintRegistered(
                now.number(),
                now.status(),
                now.channel(),
                now.receivedAt(),
                now.source(),
                now.anonymous(),
                now.replyOnly(),
                now.customer(),
                now.product(),
                now.category(),
                now.issue(),
                now.severity(),
                now.region(),
                now.description(),
                now.demand(),
                now.missing(),
                now.deadlines().stream()
                        .filter(limit -> Set.of("first-reply", "close").contains(limit.milestone()))
                        .toList(),
                null,
                null,
                null);
        Steps steps = Steps.after(GENERAL, before).then(accept());
        assertEquals(march(4, "09:00"), due(steps, "plan"));
        assertNull(due(steps, "track"));
        at(steps, march(2, "10:00"), new TrackResult(true, "已到位", null));
        at(steps, march(2, "11:00"), new HoldComplaint("等待检测报告", "supplier", null));
        at(steps, march(3, "11:00"), new ResumeComplaint(null));
        assertEquals(march(9, "09:00"), due(steps, "close"));
    }

    @Test
    @DisplayName("CMP-29: a pause after it moves the agreed date, and not what was promised")
    void heldAfterwards() {
        Steps steps = at(Steps.registered(), march(6, "09:00"), later(march(12, "18:00")));
        at(steps, march(9, "09:00"), new HoldComplaint("等待检测报告", "supplier", null));
        assertEquals(ComplaintRefusal.HELD_DATE, refusal(steps, march(9, "10:00"), later(march(20, "09:00"))));
        at(steps, march(11, "09:00"), new ResumeComplaint(null));
        assertEquals(march(14, "18:00"), due(steps, "close"));
    }

    @Test
    @DisplayName("CMP-29: not after it has passed, only ahead and not in years, and only of what is promised and open")
    void notAgreed() {
        assertEquals(
                ComplaintRefusal.PROMISE_PASSED,
                refusal(Steps.registered(), march(8, "09:00"), later(march(12, "18:00"))));
        for (Instant unmeant : List.of(march(8, "09:00"), march(6, "09:00"), Instant.parse("2029-03-06T01:00:00Z"))) {
            assertEquals("/dueAt", fault(Steps.registered(), march(6, "09:00"), later(unmeant)));
        }
        assertEquals(
                "/milestone",
                fault(
                        Steps.registered(MACHINERY).then(accept()),
                        march(2, "10:00"),
                        new AgreeDate("step", march(12, "18:00"), "phone", "x", null)));
        assertEquals(
                ComplaintRefusal.NO_OPEN_PROMISE,
                refusal(
                        Steps.registered().then(accept()),
                        march(2, "10:00"),
                        new AgreeDate("accept", march(12, "18:00"), "phone", "x", null)));
        assertEquals(
                "/channel",
                fault(
                        Steps.registered(),
                        march(2, "10:00"),
                        new AgreeDate("close", march(12, "18:00"), "pigeon", "x", null)));
    }

    @Test
    @DisplayName("CMP-25, CMP-29: a case closed by the agreed date was closed in time")
    void closedByTheAgreedDate() {
        Steps steps = at(Steps.registered().verified(), march(6, "09:00"), later(march(12, "18:00")));
        at(steps, march(10, "09:00"), Steps.close());
        ComplaintEvent.ComplaintClosed closed =
                assertInstanceOf(ComplaintEvent.ComplaintClosed.class, steps.history()[steps.history().length - 1]);
        assertEquals("yes", closed.timely());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("Profiles that differ from GENERAL in a milestone")
    @CsvSource(
            delimiter = '|',
            value = {
                "GENERAL | nothing",
                "GENERAL-AFTER-SALES | passed register 02 08:45",
                "RETAIL | passed register 02 08:45",
                "AGRI | passed register 02 08:45"
            })
    void registeringByProfile(String profile, String expected) {
        List<String> told = told(Steps.registered(profile(profile)), "register");
        assertEquals(expected, told.isEmpty() ? "nothing" : told.getFirst());
    }

    @Test
    @DisplayName("AGRI: a week for the plan, where GENERAL has two days")
    void planByProfile() {
        assertEquals(march(9, "09:00"), due(Steps.registered(profile("AGRI")).then(accept()), "plan"));
        assertEquals(march(4, "09:00"), due(Steps.registered().then(accept()), "plan"));
    }

    @Test
    @DisplayName("CMP-21: every clock that a case begins is ended by its closing")
    void allEndWithTheCase() {
        Steps steps = at(Steps.registered(MACHINERY).then(accept()), march(2, "10:00"), VISIT);
        List<String> open =
                steps.state().clocks().open().stream().map(Deadline::milestone).toList();
        assertTrue(open.containsAll(List.of("first-reply", "track", "step", "plan", "close", "on-site")));
        assertEquals(
                List.of(),
                steps.state()
                        .clocks()
                        .after(ComplaintEvent.ComplaintClosed.historically(march(2, "11:00")))
                        .open());
    }

    private static ComplaintRefusal refusal(Steps steps, Instant now, ComplaintCommand command) {
        return (ComplaintRefusal)
                assertThrows(Refused.class, () -> at(steps, now, command)).refusal();
    }

    private static String fault(Steps steps, Instant now, ComplaintCommand command) {
        return assertThrows(InvalidInput.class, () -> at(steps, now, command))
                .faults()
                .getFirst()
                .pointer();
    }
}
