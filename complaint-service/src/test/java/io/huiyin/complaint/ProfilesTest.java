package io.huiyin.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.policy.Named;
import io.huiyin.kernel.policy.PolicyCatalogue;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.policy.Schedule;
import io.huiyin.kernel.policy.Shifts;
import io.huiyin.kernel.policy.Steps;
import io.huiyin.kernel.policy.WorkingWeek;
import io.huiyin.kernel.testing.PolicyTable;
import io.huiyin.kernel.testing.ProfilesSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profiles against RULEBOOK §9.1, and what they say against itself. */
class ProfilesTest extends ProfilesSpec {

    /** Typed from the rows of RULEBOOK §9.1 and the defaults of §11 no. 28. */
    private static final String TABLE = """
            cmp.sla.register
              GENERAL: 24 h
              GENERAL-AFTER-SALES, MACHINERY, RETAIL, AGRI: at once
            cmp.sla.firstReply
              GENERAL: 24 h
              EQUIPMENT: 1 h
              OEM: 8 h
              INSTRUMENT: 12 h
              MANUFACTURER: 24 h
            cmp.sla.accept
              GENERAL: 24 h
              MANUFACTURER: 24 h
            cmp.clock.plan
              GENERAL: acceptance
              MANUFACTURER: receipt
            cmp.atOnce
              GENERAL: register: 15 min; any: 1 h
            cmp.date.furthest
              GENERAL: 1095 days
            cmp.reminder.before
              GENERAL: accept: 4 h; first-reply: 4 h; on-site: 1 h; step: 4 h; any: 24 h
            cmp.escalation.of
              GENERAL: first-reply, close
              MACHINERY: close
              SERVICE-DESK, TRAVEL: first-reply, close, track
            cmp.escalation.ladder
              GENERAL: department-head: at once; general-manager: 48 h; leader: 24 h
            cmp.notify.newCase
              GENERAL: any: role:complaint-owner
              GROUP: internal: department:production-office; any: department:sales-company
            svc.sla.onsite
              GENERAL: any: 48 h
              CONSTRUCTION: emergency: at once; any: 48 h
              AUTO: city-rescue: 2 h; any: 48 h
              OEM: any: 8 h
              INSTRUMENT: within-radius: 24 h; any: until agreed-date
              MANUFACTURER: any: 48 h
              EQUIPMENT: any: until agreed-date
            svc.radius.km
              GENERAL: none
              INSTRUMENT: 100
            cmp.sla.plan
              GENERAL: 48 h
              MANUFACTURER: 48 h
              MACHINERY: 3 days
              AGRI: 7 days
            cmp.sla.close
              GENERAL: 6 days
              MACHINERY: 6 days
              MANUFACTURER: 5 working days
            cmp.sla.close.byCustomersDate
              GENERAL: no
              MANUFACTURER: yes
            cmp.clock.close
              GENERAL: registration
              MACHINERY: acceptance
            cmp.step.budgets
              GENERAL: none
              MACHINERY: gm-office 1 day, quality 1 day, rd 1 day, market 1 day, production 2 days
            cmp.sla.track
              GENERAL: 72 h
              SERVICE-DESK, TRAVEL: 72 h
            cmp.approval.tiers
              GENERAL: complaint-owner ≤ 1000 CNY, general-manager ≤ 5000 CNY, chairman
              MACHINERY: complaint-owner ≤ 1000 CNY, general-manager ≤ 5000 CNY, chairman
            cmp.number.pattern
              GENERAL: yyMM + 4 digits
              MACHINERY: yyMM + 2 digits
            cmp.number.at
              GENERAL: registration
              MACHINERY: acceptance
            cmp.severity.classes
              GENERAL: ordinary 2, important 3, major 4
              PROPERTY: ordinary 2, important 3, major 4
              RETAIL: light 1, serious 3
              MACHINERY: general 2, especially-serious 4
              PHARMACY: local 1, large-scale-serious 4
              MANUFACTURER: quality-problem 2, major-quality-problem 4
            cmp.causeClasses
              GENERAL: quality, non-quality, other
              MACHINERY: quality, non-quality
              RETAIL: quality, human-caused, other
              INSTRUMENT: quality, non-quality
              HOSPITAL: ethics-and-attitude, breach-of-rules, technical-competence, nonconforming-products, charging, misunderstanding
            cmp.settlement.types
              GENERAL: explanation, apology, repair, replacement, return, refund, allowance, compensation, hardship-compensation, \
            re-performance, training, recall, arbitration, judicial-procedure
            cmp.rejection.mode
              GENERAL: escalate
              MACHINERY: refile
            cmp.capa.exemptHumanNegligence
              GENERAL: no
              MACHINERY: yes
            cmp.visit.mandatory
              GENERAL: no
              MACHINERY: yes
            cmp.sanction.dueDay
              GENERAL: none
              MACHINERY: every month day 10
            cmp.distribution
              GENERAL: none
              MACHINERY: quality, gm-office, production, rd, finance, market
            warranty.period
              GENERAL: any: 1 year
              EQUIPMENT: maintenance: until end-of-life; any: 1 year
              BOILER: any: 1 year
              CONSTRUCTION: finishing: 6 months; heating-and-cooling: 3 years; installations: 1 year; \
            structure: until end-of-design-life; waterproofing: 5 years; any: 1 year
            warranty.outOfWarranty.payer
              GENERAL: customer
              CONSTRUCTION: customer
              EQUIPMENT: customer-material-and-labour
            oncall.night.window
              GENERAL: none
              AUTO: summer 18:30-08:00 from 05-01, winter 17:00-08:00 from 10-01
            oncall.roster.due
              GENERAL: none
              AUTO: every month day 1 00:00
            oncall.night.bonus
              GENERAL: none
              AUTO: after-midnight: 20 CNY
            tech.training.min
              GENERAL: none
              INSTRUMENT: 2 months
            tech.training.exam
              GENERAL: no
              INSTRUMENT: yes
            return.confirm.dept
              GENERAL: delivery: sales; quality: quality; technical-standard: rd
              MANUFACTURER: delivery: sales; quality: quality-management; technical-standard: rd
              OEM: batch: quality
            records.retention
              GENERAL: 5 years
              HOSPITAL: 5 years
            records.keeper
              GENERAL: any: quality
              PROPERTY: nonconformity: responsible-department-head; any: quality
              HOSPITAL: nonconformity: functional-department; any: functional-department
              FOUNDRY: nonconformity: quality; any: quality
            records.oral
              GENERAL: ledger
              FACTORY-TQM: forbidden
              GROUP: ledger
              HOSPITAL: written-after
            calendar
              GENERAL: mon tue wed thu fri 09:00-12:00 13:30-18:00, holidays of CN, Asia/Shanghai
              CALLCENTRE: mon tue wed thu fri sat sun 00:00-12:00 12:00-00:00, no holidays, Asia/Shanghai
            business.zone
              GENERAL: Asia/Shanghai
            """;

    ProfilesTest() {
        super("complaint-service", TABLE);
    }

    static List<String> profiles() {
        return PolicyTable.catalogue("complaint-service").profiles();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("CMP-26: the steps share the closing limit out, and need its clock to start with an acceptance")
    void stepsAddUpToTheClosingLimit(String profile) {
        PolicyValues values = values(profile);
        List<Steps.Step> steps = values.value("cmp.step.budgets", Steps.class).steps();
        if (!steps.isEmpty()) {
            PolicyValue.Limit close = values.limit("cmp.sla.close");
            assertEquals(
                    close.duration(),
                    steps.stream().map(step -> step.limit().duration()).reduce(Duration.ZERO, Duration::plus));
            steps.forEach(step -> assertEquals(close.calendar(), step.limit().calendar()));
            assertEquals("acceptance", values.word("cmp.clock.close"));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whatBelongsTogetherIsGivenTogether(String profile) {
        PolicyValues values = values(profile);
        assertEquals(
                values.given("svc.radius.km", PolicyValue.Count.class).isPresent(),
                values.value("svc.sla.onsite", Named.Terms.class).byName().containsKey("within-radius"),
                "CMP-23: a radius, and a limit within it");
        assertTrue(
                values.value("svc.sla.onsite", Named.Terms.class).of("another").isPresent(),
                "CMP-23: every other call");
        assertEquals(
                values.given("oncall.roster.due", Schedule.class).isPresent(),
                !values.value("oncall.night.window", Shifts.class).shifts().isEmpty(),
                "CMP-73: a roster for the nights");
        assertEquals(
                values.zone("business.zone"),
                values.value("calendar", WorkingWeek.class).zone());
        assertEquals(
                values.value("cmp.sla.close", PolicyValue.Limit.class).calendar()
                        == PolicyValue.CalendarKind.WORKING_DAYS,
                values.value("cmp.sla.close.byCustomersDate", PolicyValue.Flag.class)
                        .isSet(),
                "CMP-25: 5 working days stand in for the customer's date");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("RPT-20: the day of the sanctions is the same in report-service")
    void sanctionsAreDueOnOneDay(String profile) {
        PolicyCatalogue reports = PolicyTable.catalogue("report-service");
        assertEquals(
                values(profile).given("cmp.sanction.dueDay", Schedule.class),
                reports.values(profile).given("rpt.day.sanctions", Schedule.class));
    }

    private static PolicyValues values(String profile) {
        return PolicyTable.catalogue("complaint-service").values(profile);
    }
}
