package io.huiyin.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.followup.task.rules.ContactChannel;
import io.huiyin.followup.task.rules.HigherRoleMayTakeOver;
import io.huiyin.kernel.policy.Named;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.policy.Ranks;
import io.huiyin.kernel.policy.Schedule;
import io.huiyin.kernel.policy.Shifts;
import io.huiyin.kernel.policy.WorkingWeek;
import io.huiyin.kernel.testing.PolicyTable;
import io.huiyin.kernel.testing.ProfilesSpec;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profiles against RULEBOOK §9.1, and what they say against itself and complaint-service. */
class ProfilesTest extends ProfilesSpec {

    /** Typed from the rows of RULEBOOK §9.1 and the defaults of §11 no. 28. */
    private static final String TABLE = """
            fup.first.within
              GENERAL: any: 7 days
              AUTO: any: 10 days
              DECORATION: any: 10 days
              TECH: any: 1 month
              CONSTRUCTION: any: 3 months
              BOILER: small-project: 6 months; any: 1 year
              HOSPITAL: basic-clinic: 10 days; in-patient: 7 days; specialist-clinic: 7 days; any: 7 days
              REALESTATE: any: same day
            fup.first.notBefore
              GENERAL: none
              BOILER: 6 months
            fup.afterComplaint.within
              GENERAL: 3 days
              PROPERTY: 3 days
              SERVICE-DESK, TRAVEL: 72 h
            fup.afterRepair.within
              GENERAL: 10 days
              PROPERTY: 1 month
              AUTO: 10 days
              SERVICE-DESK: 72 h
            fup.afterEvent.within
              GENERAL: 1 month
              PROPERTY: 1 month
            fup.afterStart
              GENERAL: none
              DECORATION: 10 days
            fup.afterMidPayment
              GENERAL: none
              DECORATION: 3 days
            fup.cadence
              GENERAL: any: 3 months
              INSTITUTION: any: 3 months
              TECH: any: 3 months
              CONSTRUCTION: civil-works: 6 months; equipment: 3 months; owner: 1 month; owner-after-half-a-year: 2 months; \
            roof: 3 months; any: 6 months
              FACTORY: any: 1 month
              MANUFACTURER: any: 1 year
              DECORATION: warranty-year-1: 3 months; warranty-year-2: 6 months; any: 1 year
            fup.keyAccount
              GENERAL: none
              TECH: key: 2; very-large: 4
            fup.lead.schedule
              GENERAL: none
              REALESTATE: c-visitor: 7 days; caller: same day, 3 days, 7 days; hesitant-visitor: same day, 3 days, 7 days; \
            key-visitor: same day, 3 days, 3 days; signed-buyer: same day, 15 days
            fup.rate.target
              GENERAL: any: 100 %
              SERVICE-DESK, HOSPITAL: any: 100 %
              DECORATION: any: 90 %
              TRAVEL: any: 80 %
              PROPERTY: complaint: 50 %; event: 10 %; repair: 30 %; any: 100 %
            fup.rate.band
              GENERAL: any: 0 %
              HOSPITAL: any: 5 %
            fup.minContacts
              GENERAL: none
              DECORATION: after-completion: 1; during-works: 2; project: 3
              CONSTRUCTION: first-year: 1
            fup.end
              GENERAL: none
              CONSTRUCTION: contract-warranty: until end-of-warranty; any: 1 year
            fup.callWindow
              GENERAL: mon tue wed thu fri 09:00-12:00 14:00-18:00
              HOSPITAL: mon tue wed thu fri 10:00-12:00 15:00-17:00
              REALESTATE: mon tue wed thu fri sat sun 10:00-11:30 15:30-17:00
            fup.holiday
              GENERAL: none
              HOSPITAL: none
              REALESTATE: greetings
              PROPERTY: visits
            fup.duration
              GENERAL: none
              DECORATION: 5-10
            fup.score.scale
              GENERAL: 0-5
              DECORATION: 0-5
            fup.dissatisfied.below
              GENERAL: ≤ 40 %
            fup.report.due
              GENERAL: every occasion within 1 day
              DECORATION: every week sun 17:00
              REALESTATE: every week mon or the day before if off
              B2B-SALES: every week
              PROPERTY, HOSPITAL: every month
              BOILER: every occasion
            fup.report.summary
              GENERAL: none
              HOSPITAL: every quarter
            fup.signature
              GENERAL: customer, agent
              PROPERTY: customer
              TECH: agent, technician
            fup.access
              GENERAL: role-based
              DECORATION: admin-approval
            fup.channel.priority
              GENERAL: phone
              FACTORY: visit, phone
              B2B-SALES: phone, messenger, email
              TESTING: none
            fup.assignee.bySeverity
              GENERAL: important: followup-supervisor; major: leader; ordinary: followup-agent
              PROPERTY: important: followup-supervisor; major: leader; ordinary: followup-agent
              MACHINERY: especially-serious: leader; general: followup-agent
              MANUFACTURER: major-quality-problem: leader; quality-problem: followup-agent
              RETAIL: light: followup-agent; serious: leader
              PHARMACY: large-scale-serious: leader; local: followup-agent
            fup.claim.lease
              GENERAL: 30 min
            fup.retry.after
              GENERAL: 2 h
            fup.attempts.max
              GENERAL: 6
            callcentre.seats
              GENERAL: none
              CALLCENTRE: agents: 12; day: 8; lines: 90; manager: 1; night: 2; planned: 40; supervisors: 2
            callcentre.shifts
              GENERAL: none
              CALLCENTRE: early 08:00-20:00, late 09:00-21:00, night 20:00-08:00
            calendar
              GENERAL: mon tue wed thu fri 09:00-12:00 13:30-18:00, holidays of CN, Asia/Shanghai
              CALLCENTRE: mon tue wed thu fri sat sun 00:00-12:00 12:00-00:00, no holidays, Asia/Shanghai
            business.zone
              GENERAL: Asia/Shanghai
            """;

    ProfilesTest() {
        super("followup-service", TABLE);
    }

    static List<String> profiles() {
        return PolicyTable.catalogue("followup-service").profiles();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName(
            "FUP-09, FUP-46: every severity of complaints has its role, none lower than a lesser one's, the highest the highest")
    void everySeverityOfComplaintsHasItsRole(String profile) {
        List<String> classes = PolicyTable.catalogue("complaint-service")
                .values(profile)
                .value("cmp.severity.classes", Ranks.class)
                .names();
        PolicyValue.ByName roles = values(profile).byName("fup.assignee.bySeverity");
        assertEquals(Set.copyOf(classes), roles.names().keySet());
        List<Integer> ranks = classes.stream()
                .map(name -> HigherRoleMayTakeOver.RANKS.indexOf(roles.names().get(name)))
                .toList();
        assertEquals(ranks.stream().sorted().toList(), ranks);
        assertEquals("leader", roles.names().get(classes.getLast()));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whatBelongsTogetherIsGivenTogether(String profile) {
        PolicyValues values = values(profile);
        WorkingWeek week = values.value("calendar", WorkingWeek.class);
        assertEquals(values.zone("business.zone"), week.zone());
        assertEquals(
                PolicyTable.catalogue("complaint-service").values(profile).value("calendar", WorkingWeek.class),
                week,
                "the calendar is complaint-service's");
        assertTrue(
                values.value("fup.first.within", Named.Terms.class)
                        .of("another")
                        .isPresent(),
                "FUP-08");
        assertTrue(values.value("fup.cadence", Named.Terms.class).of("another").isPresent(), "FUP-15");
        assertTrue(
                values.value("fup.rate.target", Named.Percents.class)
                        .of("another")
                        .isPresent(),
                "FUP-24");
        assertTrue(
                ContactChannel.ALL.containsAll(
                        values.names("fup.channel.priority").names()),
                "FUP-25");
        assertEquals(
                values.value("callcentre.seats", Named.Counts.class).byName().isEmpty(),
                values.value("callcentre.shifts", Shifts.class).shifts().isEmpty(),
                "RPT-37: seats have shifts");
        assertEquals(
                profile.equals("HOSPITAL") || profile.equals("PHARMACY"),
                values.given("fup.report.summary", Schedule.class).isPresent(),
                "RPT-14");
    }

    private static PolicyValues values(String profile) {
        return PolicyTable.catalogue("followup-service").values(profile);
    }
}
