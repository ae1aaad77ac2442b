package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.GENERAL;
import static io.huiyin.complaint.Cases.MACHINERY;
import static io.huiyin.complaint.Cases.accept;
import static io.huiyin.complaint.Cases.ask;
import static io.huiyin.complaint.Cases.caseOf;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.correct;
import static io.huiyin.complaint.Cases.decline;
import static io.huiyin.complaint.Cases.register;
import static io.huiyin.complaint.Cases.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.AFiling;
import io.huiyin.complaint.APatch;
import io.huiyin.complaint.Cases;
import io.huiyin.complaint.ComplaintDecider;
import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.policy.WorkingWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CMP-22")
@Tag("X-24")
@DisplayName("CMP-22, X-24: the first reply is due within the limit that was in force at filing")
class FirstReplyDeadlineTest {

    private static final Deadline A_DAY_AFTER_RECEIPT = new Deadline(
            "first-reply",
            Instant.parse("2026-03-02T00:30:00Z"),
            Instant.parse("2026-03-03T00:30:00Z"),
            new PolicyRef("cmp.sla.firstReply", 1, "GENERAL"),
            null,
            null,
            Instant.parse("2026-03-02T20:30:00Z"),
            Cases.LADDER,
            null);

    /** GENERAL after somebody changed the limit. */
    private static PolicyValues within(Duration limit, int version) {
        return within(limit, PolicyValue.CalendarKind.ELAPSED, version);
    }

    private static PolicyValues within(Duration limit, PolicyValue.CalendarKind counted, int version) {
        Map<String, PolicyValues.Entry> values = new HashMap<>(GENERAL.values());
        values.put(
                "cmp.sla.firstReply",
                new PolicyValues.Entry(new PolicyValue.Limit(limit, counted), version, "GENERAL"));
        return new PolicyValues("GENERAL", values);
    }

    private static Context with(PolicyValues policies) {
        return new Context(Cases.NOW, Actor.system("test"), policies, Calendars.of(policies));
    }

    @Test
    @DisplayName("CMP-22: it runs from receipt, not from registration")
    void itRunsFromReceipt() {
        complaint()
                .given()
                .at(AFiling.RECEIVED.plus(Duration.ofDays(9)))
                .when(register(AFiling.complete()))
                .thenState(state -> assertEquals(List.of(A_DAY_AFTER_RECEIPT), Cases.firstReply(caseOf(state))));
    }

    @Test
    @DisplayName("CMP-22: a clarifying and an anonymous case have it too")
    void everyFiledCaseHasIt() {
        complaint()
                .given()
                .when(register(AFiling.complete().anonymous().demand(null)))
                .thenState(state -> assertEquals(List.of(A_DAY_AFTER_RECEIPT), Cases.firstReply(caseOf(state))));
    }

    @Test
    @DisplayName("X-24: the promise names the value, its version and the profile that gave it")
    void thePromiseNamesItsPolicy() {
        assertEquals(A_DAY_AFTER_RECEIPT, FirstReplyDeadline.promised(AFiling.RECEIVED, with(GENERAL)));
        assertEquals(
                A_DAY_AFTER_RECEIPT.dueAt(),
                FirstReplyDeadline.promised(AFiling.RECEIVED, with(MACHINERY)).dueAt());
        assertEquals(
                new Deadline(
                        "first-reply",
                        AFiling.RECEIVED,
                        AFiling.RECEIVED.plus(Duration.ofHours(8)),
                        new PolicyRef("cmp.sla.firstReply", 2, "GENERAL"),
                        null,
                        null,
                        AFiling.RECEIVED.plus(Duration.ofHours(4)),
                        Cases.LADDER,
                        null),
                FirstReplyDeadline.promised(AFiling.RECEIVED, with(within(Duration.ofHours(8), 2))));
    }

    @Test
    @DisplayName("X-24: a changed limit acts on new cases only")
    void aChangedLimitActsOnNewCasesOnly() {
        PolicyValues changed = within(Duration.ofHours(1), 2);
        complaint(changed)
                .given(registered())
                .when(correct(APatch.empty().receivedAt(AFiling.RECEIVED.minusSeconds(60))))
                .thenState(state -> assertEquals(List.of(A_DAY_AFTER_RECEIPT), Cases.firstReply(caseOf(state))));
        complaint(changed)
                .given()
                .when(register(AFiling.complete()))
                .thenState(state -> assertEquals(
                        AFiling.RECEIVED.plus(Duration.ofHours(1)),
                        Cases.firstReply(caseOf(state)).getFirst().dueAt()));
    }

    /** Two working days, by GENERAL's calendar with some days of its own. */
    private static PolicyValues twoWorkingDays(int calendarVersion, WorkingWeek.Special... days) {
        Map<String, PolicyValues.Entry> values =
                new HashMap<>(within(Duration.ofDays(2), PolicyValue.CalendarKind.WORKING_DAYS, 2)
                        .values());
        WorkingWeek general = GENERAL.value("calendar", WorkingWeek.class);
        values.put(
                "calendar",
                new PolicyValues.Entry(
                        new WorkingWeek(
                                general.zone(),
                                general.holidays(),
                                general.week(),
                                general.seasons(),
                                List.of(days),
                                null),
                        calendarVersion,
                        "GENERAL"));
        return new PolicyValues("GENERAL", values);
    }

    @Test
    @DisplayName("X-24: a shutdown that is decided later moves no promise made, but those made after it")
    void aChangedCalendarActsOnNewCasesOnly() {
        PolicyValues changed = twoWorkingDays(
                2, WorkingWeek.Special.on(LocalDate.of(2026, 3, 3), new SpecialDay.Closed("stocktaking")));
        ComplaintEvent[] filed = new ComplaintDecider()
                .decide(register(AFiling.complete()), new ComplaintDecider().initial(), with(twoWorkingDays(1)))
                .toArray(ComplaintEvent[]::new);
        Instant promised = Instant.parse("2026-03-04T00:30:00Z");

        complaint(changed)
                .given(filed)
                .when(correct(APatch.empty().description("漏油，已停机")))
                .thenState(state -> assertEquals(
                        promised, Cases.firstReply(caseOf(state)).getFirst().dueAt()));
        complaint(changed)
                .given()
                .when(register(AFiling.complete()))
                .thenState(state -> assertEquals(
                        promised.plus(Duration.ofDays(1)),
                        Cases.firstReply(caseOf(state)).getFirst().dueAt()));
    }

    @Test
    @DisplayName("CMP-22: asking and declining are replies; accepting is none")
    void askingAndDecliningAreReplies() {
        complaint()
                .given()
                .when(register(AFiling.complete()))
                .thenState(state -> assertFalse(Cases.replied(caseOf(state))));
        complaint().given(registered()).when(ask()).thenState(state -> assertTrue(Cases.replied(caseOf(state))));
        complaint().given(registered()).when(decline()).thenState(state -> assertTrue(Cases.replied(caseOf(state))));
        complaint().given(registered()).when(accept()).thenState(state -> assertFalse(Cases.replied(caseOf(state))));
    }
}
