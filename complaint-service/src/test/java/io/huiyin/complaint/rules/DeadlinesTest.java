package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.GENERAL;
import static io.huiyin.complaint.Cases.MACHINERY;
import static io.huiyin.complaint.Cases.NOW;
import static io.huiyin.complaint.Cases.accept;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.complaint.AFiling;
import io.huiyin.complaint.Complaint;
import io.huiyin.complaint.ComplaintCommand.HoldComplaint;
import io.huiyin.complaint.ComplaintCommand.ResumeComplaint;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.Deadline;
import io.huiyin.complaint.Steps;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Instant LIMIT = NOW.plus(Duration.ofDays(6));
    private static final HoldComplaint HOLD = new HoldComplaint("等待检测报告", "supplier", null);

    private static List<Instant> closeLimits(Steps steps) {
        return steps.state().clocks().open().stream()
                .filter(open -> open.milestone().equals(Deadline.CLOSE))
                .map(Deadline::dueAt)
                .toList();
    }

    private static String timely(Steps steps) {
        return String.valueOf(((ComplaintClosed) steps.history()[steps.history().length - 1]).timely());
    }

    @Test
    @DisplayName("CMP-25: six days from registration, or from acceptance where the profile starts the clock there")
    void theClosingClockStartsWhereTheProfileSays() {
        assertEquals(List.of(LIMIT), closeLimits(Steps.registered(GENERAL)));
        assertEquals(List.of(), closeLimits(Steps.registered(MACHINERY)));
        Instant accepted = NOW.plus(Duration.ofHours(5));
        assertEquals(
                List.of(accepted.plus(Duration.ofDays(6))),
                closeLimits(Steps.registered(MACHINERY).then(accept(), Steps.chairman(), accepted)));
        assertEquals(List.of(LIMIT), closeLimits(Steps.registered(GENERAL).then(accept(), Steps.chairman(), accepted)));
    }

    @Test
    @DisplayName("CMP-25: closed at the limit is in time, a microsecond later is not")
    void inTimeIsUpToTheLimit() {
        assertEquals("yes", timely(Steps.registered().verified().then(Steps.close(), Steps.chairman(), LIMIT)));
        Instant late = LIMIT.plusNanos(1000);
        assertEquals("no", timely(Steps.registered().verified().then(Steps.close(), Steps.chairman(), late)));
    }

    @Test
    @DisplayName("CMP-21: held time does not count, whether it was resumed or not")
    void heldTimeDoesNotCount() {
        Instant resumed = NOW.plus(Duration.ofDays(30));
        Steps steps = Steps.registered().then(HOLD).then(new ResumeComplaint(null), Steps.chairman(), resumed);
        assertEquals(List.of(LIMIT.plus(Duration.ofDays(30))), closeLimits(steps));
        Complaint.Case state = steps.state();
        assertEquals(null, state.clocks().hold());

        Steps held = Steps.registered().verified().then(HOLD);
        assertEquals("yes", timely(held.then(Steps.close(), Steps.chairman(), NOW.plus(Duration.ofDays(90)))));
    }

    @Test
    @DisplayName("CMP-21: a limit that had passed before is not given back")
    void aPassedLimitStaysPassed() {
        Instant late = LIMIT.plus(Duration.ofDays(1));
        Steps steps = Steps.registered()
                .then(HOLD, Steps.chairman(), late)
                .then(new ResumeComplaint(null), Steps.chairman(), late.plus(Duration.ofDays(1)));
        assertEquals(List.of(LIMIT), closeLimits(steps));
    }

    @Test
    @DisplayName("CMP-25: the day the customer set takes the limit's place where the profile says so, to its end")
    void theCustomersDate() {
        PolicyValues manufacturer = PolicyProfiles.load("MANUFACTURER");
        AFiling wanted = AFiling.complete().severity("quality-problem").wantedBy(LocalDate.of(2026, 3, 4));
        assertEquals(
                List.of(Instant.parse("2026-03-04T16:00:00Z")), closeLimits(Steps.registered(manufacturer, wanted)));
        assertEquals(
                List.of(Instant.parse("2026-03-09T01:00:00Z")),
                closeLimits(Steps.registered(manufacturer, wanted.wantedBy(LocalDate.of(2026, 3, 1)))),
                "a day that is over");
        assertEquals(
                List.of(LIMIT),
                closeLimits(Steps.registered(GENERAL, AFiling.complete().wantedBy(LocalDate.of(2026, 3, 4)))));
    }

    /** Monday 2026-03-02, 9:00 in Shanghai; the next Monday is the fifth working day after it. */
    @Test
    @DisplayName("CMP-25, X-09: a manufacturer closes in five working days")
    void workingDaysAreCountedWhereTheProfileSaysSo() {
        PolicyValues manufacturer = PolicyProfiles.load("MANUFACTURER");
        Instant limit = Instant.parse("2026-03-09T01:00:00Z");
        assertEquals(List.of(limit), closeLimits(Steps.registered(manufacturer)));

        Deadline close = Steps.registered(manufacturer).state().clocks().open().getLast();
        assertEquals(Deadline.CLOSE, close.milestone());
        assertEquals("working-days", close.calendar());
        assertEquals(1, close.calendarVersion(), "X-24: the calendar it was counted with stands in the promise");

        Instant friday = Instant.parse("2026-03-06T12:00:00Z");
        Instant saturday = Instant.parse("2026-03-07T12:00:00Z");
        Instant sunday = Instant.parse("2026-03-08T12:00:00Z");
        assertEquals(
                List.of(limit),
                closeLimits(Steps.registered(manufacturer)
                        .then(HOLD, Steps.chairman(), saturday)
                        .then(new ResumeComplaint(null), Steps.chairman(), sunday)),
                "a weekend takes none of them");
        assertEquals(
                List.of(limit.plus(Duration.ofHours(4))),
                closeLimits(Steps.registered(manufacturer)
                        .then(HOLD, Steps.chairman(), friday)
                        .then(new ResumeComplaint(null), Steps.chairman(), saturday)),
                "of the Friday four hours were left");
    }
}
