package io.huiyin.followup.task.rules;

import static io.huiyin.followup.task.Tasks.GENERAL;
import static io.huiyin.followup.task.Tasks.NOW;
import static io.huiyin.followup.task.Tasks.STILL_NOISY;
import static io.huiyin.followup.task.Tasks.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.followup.task.ContactOutcome;
import io.huiyin.followup.task.Satisfaction;
import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule by itself; what it means for a follow-up is tested with the decider. */
class RulesTest {

    private static final PolicyValues MACHINERY = PolicyProfiles.load("MACHINERY");
    private static final PolicyValues HOSPITAL = PolicyProfiles.load("HOSPITAL");

    @Test
    @DisplayName("FUP-09: within three days of the end of handling")
    void deadline() {
        assertEquals(NOW.plus(Duration.ofDays(3)), FollowUpDeadline.dueAt(NOW, with(GENERAL)));
        assertEquals(
                "fup.afterComplaint.within", FollowUpDeadline.policy(GENERAL).key());
    }

    @Test
    @DisplayName("FUP-09: by severity; where it is unknown the lowest role")
    void assignee() {
        assertEquals("followup-agent", AssigneeBySeverity.role("ordinary", GENERAL));
        assertEquals("followup-supervisor", AssigneeBySeverity.role("important", GENERAL));
        assertEquals("leader", AssigneeBySeverity.role("major", GENERAL));
        assertEquals("followup-agent", AssigneeBySeverity.role(null, GENERAL));
        assertEquals("followup-agent", AssigneeBySeverity.role("unheard-of", GENERAL));
        assertEquals(List.of("ordinary", "important", "major"), AssigneeBySeverity.severities(GENERAL));
        assertEquals("leader", AssigneeBySeverity.role("especially-serious", MACHINERY));
        assertEquals(List.of("general", "especially-serious"), AssigneeBySeverity.severities(MACHINERY));
    }

    @Test
    @DisplayName("FUP-09: a higher role may take over")
    void takingOver() {
        assertEquals(List.of("followup-agent"), HigherRoleMayTakeOver.takes(person("a", "followup-agent")));
        assertEquals(
                List.of("followup-agent", "followup-supervisor"),
                HigherRoleMayTakeOver.takes(person("s", "followup-agent", "followup-supervisor")));
        assertEquals(HigherRoleMayTakeOver.RANKS, HigherRoleMayTakeOver.takes(person("l", "leader")));
        assertEquals(HigherRoleMayTakeOver.RANKS, HigherRoleMayTakeOver.takes(person("x", "admin")));
        assertEquals(List.of(), HigherRoleMayTakeOver.takes(person("q", "quality")));
    }

    @Test
    @DisplayName("CMP-10: no name, or a written reply only")
    void exemption() {
        assertEquals("anonymous", ExemptFromFollowUp.because(true, true));
        assertEquals("reply-only", ExemptFromFollowUp.because(false, true));
        assertNull(ExemptFromFollowUp.because(false, false));
    }

    @ParameterizedTest
    @DisplayName("FUP-27: two windows a day, on working days; each begins and ends sharply")
    @CsvSource({
        "2026-03-02T00:59:59Z,2026-03-02T01:00:00Z",
        "2026-03-02T01:00:00Z,2026-03-02T01:00:00Z",
        "2026-03-02T03:59:59Z,2026-03-02T03:59:59Z",
        "2026-03-02T04:00:00Z,2026-03-02T06:00:00Z",
        "2026-03-02T10:00:00Z,2026-03-03T01:00:00Z",
        "2026-03-06T10:00:00Z,2026-03-09T01:00:00Z",
        "2026-03-07T02:00:00Z,2026-03-09T01:00:00Z"
    })
    void callWindow(Instant at, Instant opening) {
        assertEquals(opening, CallWindow.nextOpening("phone", at, with(GENERAL)));
        assertEquals(at.equals(opening), CallWindow.isOpen("phone", at, with(GENERAL)));
        assertTrue(CallWindow.isOpen("letter", at, with(GENERAL)));
    }

    /** 1 to 7 October 2026 are holidays; Saturday the 10th is worked for one of them. */
    @ParameterizedTest
    @DisplayName("FUP-28: a hospital calls nobody on a holiday; a day that is worked in its place is a day like others")
    @CsvSource({
        "2026-09-30T17:00:00+08:00, 2026-10-08T10:00:00+08:00",
        "2026-10-01T10:30:00+08:00, 2026-10-08T10:00:00+08:00",
        "2026-10-07T23:59:59+08:00, 2026-10-08T10:00:00+08:00",
        "2026-10-08T09:59:59+08:00, 2026-10-08T10:00:00+08:00",
        "2026-10-08T12:00:00+08:00, 2026-10-08T15:00:00+08:00",
        "2026-10-09T17:00:00+08:00, 2026-10-10T10:00:00+08:00",
        "2026-10-10T17:00:00+08:00, 2026-10-12T10:00:00+08:00"
    })
    void holidays(OffsetDateTime at, OffsetDateTime opening) {
        assertEquals(opening.toInstant(), CallWindow.nextOpening("phone", at.toInstant(), with(HOSPITAL)));
    }

    @Test
    @DisplayName("FUP-28: who sends greetings on holidays calls then")
    void greetings() {
        Instant holiday = Instant.parse("2026-10-01T02:30:00Z");
        assertTrue(CallWindow.isOpen("phone", holiday, with(PolicyProfiles.load("REALESTATE"))));
    }

    @Test
    @DisplayName("FUP-27: where no window is set every hour is one")
    void noWindow() {
        Map<String, PolicyValues.Entry> values = new HashMap<>(GENERAL.values());
        values.put(
                "fup.callWindow",
                new PolicyValues.Entry(new PolicyValue.CallWindow(List.of(), Set.of()), 1, "GENERAL"));
        assertTrue(CallWindow.isOpen(
                "phone", Instant.parse("2026-10-01T19:00:00Z"), with(new PolicyValues("GENERAL", values))));
    }

    private static Context with(PolicyValues policies) {
        return new Context(NOW, person("han", "followup-agent"), policies, Calendars.of(policies));
    }

    @Test
    @DisplayName("FUP-25: eight channels")
    void channels() {
        assertEquals(8, ContactChannel.ALL.size());
        assertTrue(ContactChannel.isKnown("phone"));
        assertFalse(ContactChannel.isKnown("pigeon"));
    }

    @Test
    @DisplayName("FUP-25: in the profile's order; where it names none, as the customer chooses")
    void channelPriority() {
        assertEquals(List.of("phone"), ChannelPriority.order("email", GENERAL));
        PolicyValues sales = PolicyProfiles.load("B2B-SALES");
        assertEquals(List.of("phone", "messenger", "email"), ChannelPriority.order("email", sales));
        PolicyValues testing = PolicyProfiles.load("TESTING");
        assertEquals(List.of("email", "phone"), ChannelPriority.order("email", testing));
        assertEquals(List.of("phone"), ChannelPriority.order("phone", testing));
        assertEquals(List.of("phone"), ChannelPriority.order(null, testing));
    }

    @Test
    @DisplayName("FUP-27: without a word about the channel it is a call, where calls are made at all")
    void channelClaimed() {
        assertEquals("phone", ChannelPriority.claimed(GENERAL));
        assertEquals("phone", ChannelPriority.claimed(PolicyProfiles.load("TESTING")));
        PolicyValues factory = PolicyProfiles.load("FACTORY");
        assertEquals(List.of("visit", "phone"), ChannelPriority.order(null, factory));
        assertEquals("phone", ChannelPriority.claimed(factory));
        assertEquals("visit", ChannelPriority.claimed(trying("visit", "email")));
    }

    private static PolicyValues trying(String... channels) {
        Map<String, PolicyValues.Entry> values = new HashMap<>(GENERAL.values());
        values.put(
                "fup.channel.priority", new PolicyValues.Entry(new PolicyValue.Names(List.of(channels)), 2, "GENERAL"));
        return new PolicyValues("GENERAL", values);
    }

    @Test
    @DisplayName("FUP-01: for half an hour")
    void lease() {
        assertEquals(NOW.plus(Duration.ofMinutes(30)), ClaimLease.until(NOW, GENERAL));
    }

    @Test
    @DisplayName("FUP-29: when he asked for, else after two hours")
    void nextContact() {
        assertEquals(NOW.plus(Duration.ofHours(2)), NextContact.at(null, NOW, GENERAL));
        assertEquals(NOW.plusSeconds(5), NextContact.at(NOW.plusSeconds(5), NOW, GENERAL));
        assertTrue(NextContact.hasCome(null, NOW));
        assertTrue(NextContact.hasCome(NOW, NOW));
        assertFalse(NextContact.hasCome(NOW.plusSeconds(1), NOW));
    }

    @Test
    @DisplayName("FUP-26: a refusal, or six times without an answer")
    void endOfTrying() {
        assertEquals("refused", EndOfTrying.because(ContactOutcome.REFUSED, 0, GENERAL));
        assertEquals("unanswered", EndOfTrying.because(ContactOutcome.BUSY, 6, GENERAL));
        assertNull(EndOfTrying.because(ContactOutcome.BUSY, 5, GENERAL));
        assertNull(EndOfTrying.because(ContactOutcome.INCONVENIENT, 6, GENERAL));
        assertNull(EndOfTrying.because(ContactOutcome.REACHED, 6, GENERAL));
    }

    @ParameterizedTest
    @DisplayName("FUP-43: 40 % of any scale is low, and no more")
    @CsvSource({
        "2,5,true",
        "3,5,false",
        "0,5,true",
        "4,10,true",
        "5,10,false",
        "40,100,true",
        "41,100,false",
        "1,3,true",
        "2,3,false"
    })
    void dissatisfaction(int score, int scale, boolean low) {
        assertEquals(low, Dissatisfaction.isFound(new Satisfaction(score, scale), List.of(), GENERAL));
        assertTrue(Dissatisfaction.isFound(new Satisfaction(score, scale), List.of(STILL_NOISY), GENERAL));
    }

    @Test
    @DisplayName("FUP-43: no score is no dissatisfaction")
    void noScore() {
        assertFalse(Dissatisfaction.isFound(null, List.of(), GENERAL));
        assertTrue(Dissatisfaction.isFound(null, List.of(STILL_NOISY), GENERAL));
    }

    @Test
    @DisplayName("FUP-32: from nothing to the top")
    void score() {
        assertEquals(List.of(), ScoreOnScale.faults(null));
        assertEquals(List.of(), ScoreOnScale.faults(new Satisfaction(0, 5)));
        assertEquals(List.of(), ScoreOnScale.faults(new Satisfaction(5, 5)));
        assertEquals(1, ScoreOnScale.faults(new Satisfaction(6, 5)).size());
        assertEquals(1, ScoreOnScale.faults(new Satisfaction(0, 0)).size());
        assertEquals(1, ScoreOnScale.faults(new Satisfaction(0, -5)).size());
    }

    @Test
    @DisplayName("FUP-35: in his own words")
    void originalWording() {
        Satisfaction low = new Satisfaction(1, 5);
        assertEquals(List.of(), OriginalWording.faults(low, "又响了", List.of(), true));
        assertEquals(List.of(), OriginalWording.faults(low, null, List.of(STILL_NOISY), true));
        assertEquals(List.of(), OriginalWording.faults(new Satisfaction(5, 5), null, List.of(), false));
        assertEquals(1, OriginalWording.faults(low, null, List.of(), true).size());
        assertEquals(1, OriginalWording.faults(null, "好", List.of(), false).size());
    }

    @Test
    @DisplayName("FUP-35: the same day in Shanghai, not in Greenwich")
    void sameDay() {
        LocalDate evening = SameDayRecord.day(Instant.parse("2026-03-02T15:59:59Z"), GENERAL);
        LocalDate midnight = SameDayRecord.day(Instant.parse("2026-03-02T16:00:00Z"), GENERAL);
        assertEquals(LocalDate.parse("2026-03-02"), evening);
        assertTrue(SameDayRecord.isKept(evening, evening));
        assertFalse(SameDayRecord.isKept(evening, midnight));
    }

    @Test
    @DisplayName("FUP-36: a visit is signed")
    void signature() {
        assertEquals(List.of(), OnSiteSignature.faults("phone", null, GENERAL));
        assertEquals(List.of(), OnSiteSignature.faults("visit", "李雷", GENERAL));
        assertEquals(1, OnSiteSignature.faults("visit", null, GENERAL).size());
        assertEquals(1, OnSiteSignature.faults("visit", " ", GENERAL).size());
    }

    @Test
    @DisplayName("X-15, FUP-39: by another")
    void reviewer() {
        assertTrue(ReviewerIsAnother.holds("zhou", "han"));
        assertFalse(ReviewerIsAnother.holds("han", "han"));
    }

    @Test
    @DisplayName("FUP-46: second, third and further")
    void contacts() {
        UUID last = new UUID(0, 1);
        assertEquals("after-complaint", ContactsUntilSettled.reason(1));
        assertEquals("second-contact", ContactsUntilSettled.reason(2));
        assertEquals(3, ContactsUntilSettled.next(2));
        assertTrue(ContactsUntilSettled.settles(last, last));
        assertFalse(ContactsUntilSettled.settles(new UUID(0, 2), last));
        assertFalse(ContactsUntilSettled.settles(last, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GENERAL", "MACHINERY"})
    @DisplayName("every profile has a value for every key")
    void profiles(String profile) {
        PolicyValues values = PolicyProfiles.load(profile);
        assertEquals(GENERAL.values().keySet(), values.values().keySet());
        assertEquals(6, values.count("fup.attempts.max"));
    }
}
