package io.huiyin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.policy.Named;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.policy.WorkingWeek;
import io.huiyin.kernel.testing.PolicyTable;
import io.huiyin.kernel.testing.ProfilesSpec;
import io.huiyin.report.kpi.KpiDefinition;
import io.huiyin.report.kpi.KpiDefinitions;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profiles against RULEBOOK §9.1 and §6.1, and what they say against itself and followup-service. */
class ProfilesTest extends ProfilesSpec {

    /** Typed from the rows of RULEBOOK §9.1, from §6.1 and the defaults of §11 no. 28. */
    private static final String TABLE = """
            kpi.targets.timeliness
              GENERAL: ≥ 90 %
              INSTRUMENT: ≥ 90 %
            kpi.targets.satisfaction
              GENERAL: ≥ 85 %
              INSTRUMENT, CONSTRUCTION: ≥ 85 %
            kpi.targets.complaintRate
              GENERAL: < 3 %
              INSTRUMENT: < 3 %
            kpi.targets.followUpRate
              GENERAL: ≥ 100 %
              SERVICE-DESK, HOSPITAL: ≥ 100 %
              DECORATION: ≥ 90 %
              TRAVEL: ≥ 80 %
              PROPERTY: ≥ 50 %
            kpi.targets.issueHandling
              GENERAL: ≥ 100 %
              PROPERTY: ≥ 100 %
            kpi.targets.closingPunctuality
              GENERAL: ≥ 100 %
              MACHINERY: ≥ 100 %
            kpi.targets.contractPerformance
              GENERAL: none
              CONSTRUCTION: ≥ 100 %
            kpi.targets.passRate
              GENERAL: none
              CONSTRUCTION: ≥ 100 %
            kpi.targets.excellence
              GENERAL: none
              CONSTRUCTION: ≥ 90 %
            kpi.targets.connectionRate
              GENERAL: none
              CALLCENTRE: ≥ 90 %
            kpi.targets.zeroComplaints
              GENERAL: no
              FEED: yes
            rpt.approver
              GENERAL, FACTORY: factory-director
              INSTITUTION: leader
            rpt.day.inspectors
              GENERAL: every month day 5
              FACTORY: every month day 5
            rpt.day.month
              GENERAL: every month day 10
              FACTORY: every month day 10
            rpt.day.quarter
              GENERAL: every quarter apr jul oct day 10
              FACTORY: every quarter apr jul oct day 10
            rpt.day.year
              GENERAL: every year jan day 10
              FACTORY: every year jan day 10
            rpt.day.departmentWeek
              GENERAL: every week
            rpt.day.monthEndSummary
              GENERAL: every month
            rpt.day.informationAssessment
              GENERAL: every quarter
            rpt.day.communicationReview
              GENERAL: every year
            rpt.day.sanctions
              GENERAL: none
              MACHINERY: every month day 10
            rpt.day.rulesReview
              GENERAL: none
              TECH: every year
            rpt.actions.number.pattern
              GENERAL: yyMM + 3 digits
            rpt.actions.informCustomer
              GENERAL: complaint
            penalty.amounts
              GENERAL: none
              FEED: unset internal-service-complaint, market-complaint-person, market-complaint-supervisor, suggestion-reward, violation
            penalty.doubledIfSerious
              GENERAL: no
              FEED: yes
            penalty.lossesSeparate
              GENERAL: no
              FEED: yes
            penalty.followUpRate
              GENERAL: none
              HOSPITAL: percent: 5; points: 1
            penalty.staffSatisfaction
              GENERAL: none
              TRAVEL: bonus-above: 90 %; criticism-below: 70 %; no-bonus-below: 50 %
            calendar
              GENERAL: mon tue wed thu fri 09:00-12:00 13:30-18:00, holidays of CN, Asia/Shanghai
              CALLCENTRE: mon tue wed thu fri sat sun 00:00-12:00 12:00-00:00, no holidays, Asia/Shanghai
            business.zone
              GENERAL: Asia/Shanghai
            """;

    ProfilesTest() {
        super("report-service", TABLE);
    }

    static List<String> profiles() {
        return PolicyTable.catalogue("report-service").profiles();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("RPT-29: every target of a key figure is given")
    void everyKeyFigureHasItsTarget(String profile) {
        for (KpiDefinition definition : KpiDefinitions.all()) {
            if (definition.target() != null) {
                assertTrue(values(profile).has(definition.target()), definition.target());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName(
            "FUP-24, RPT-33: what is aimed at after complaints, and the bands below it, are those of followup-service")
    void theFollowUpRateIsAimedAtOnce(String profile) {
        PolicyValues followUps = PolicyTable.catalogue("followup-service").values(profile);
        Named.Percents rates = followUps.value("fup.rate.target", Named.Percents.class);
        assertEquals(
                rates.of("complaint").orElseThrow(),
                values(profile).target("kpi.targets.followUpRate").percent());
        BigDecimal band = followUps
                .value("fup.rate.band", Named.Percents.class)
                .of("complaint")
                .orElseThrow();
        Named.Counts penalty = values(profile).value("penalty.followUpRate", Named.Counts.class);
        assertEquals(band.intValueExact(), penalty.of("percent").orElse(0));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void theCalendarIsComplaintServices(String profile) {
        WorkingWeek week = values(profile).value("calendar", WorkingWeek.class);
        assertEquals(values(profile).zone("business.zone"), week.zone());
        assertEquals(
                PolicyTable.catalogue("complaint-service").values(profile).value("calendar", WorkingWeek.class), week);
    }

    private static PolicyValues values(String profile) {
        return PolicyTable.catalogue("report-service").values(profile);
    }
}
