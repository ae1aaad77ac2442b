package io.huiyin.nonconformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.policy.Named;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.policy.Ranks;
import io.huiyin.kernel.policy.WorkingWeek;
import io.huiyin.kernel.testing.PolicyTable;
import io.huiyin.kernel.testing.ProfilesSpec;
import io.huiyin.nonconformity.rules.DispositionCatalogue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profiles against RULEBOOK §9.1 and §2.2, and what they say against itself. */
class ProfilesTest extends ProfilesSpec {

    /** Typed from the rows of RULEBOOK §9.1, from §2.2 and the defaults of §11 no. 28. */
    private static final String TABLE = """
            ncr.number.pattern
              GENERAL: 'NC'yyMM + 4 digits
            ncr.sources
              GENERAL: incoming-inspection, first-article-inspection, process-inspection, final-inspection, stock-inspection, \
            daily-check, monthly-quality-assessment, management-spot-check, internal-audit, management-review, third-party-audit, \
            customer-complaint, satisfaction-survey, customer-return, customer-site-fault, usage
            ncr.categories
              GENERAL: raw-material, auxiliary-material, purchased-item, in-process, semi-finished, finished, delivered, returned, \
            tool, equipment, facility, service, outsourced-service, environment, document, business-activity, handling
            ncr.severity
              GENERAL: minor 1, major 3
              PROPERTY: minor 1, medium 2, serious 3 (product: minor, serious)
              HOSPITAL: ordinary 2, serious 4
              SOFTWARE: sporadic 1, serious-consequences 3
            ncr.authority
              GENERAL: major: mrb-company; minor: mrb-site
              FOUNDRY: major: mrb-company; minor: mrb-site
              PROPERTY: medium: mrb-site; minor: mrb-site; serious: mrb-company
              HOSPITAL: ordinary: mrb-site; serious: mrb-company
              SOFTWARE: serious-consequences: mrb-company; sporadic: mrb-site
            ncr.authority.roles
              GENERAL: mrb-company: mrb-company; mrb-site: mrb-site
              FOUNDRY: mrb-company: mrb-company; mrb-site: mrb-site
              MANUFACTURER: mrb-company: general-manager; mrb-site: engineering
              EQUIPMENT: mrb-company: quality; mrb-site: quality
              BIOTECH: mrb-company: quality-director; mrb-site: quality-director
              SOFTWARE: mrb-company: management-rep; mrb-site: project-lead
              PROPERTY: mrb-company: department-head; mrb-site: warehouse
              CONSTRUCTION: mrb-company: general-manager; mrb-site: leader
              HOSPITAL: mrb-company: quality-committee; mrb-site: department-head
              PHARMACY: mrb-company: company-quality-officer; mrb-site: store-quality-officer
            ncr.dispositions
              GENERAL: rework, repair, concession, regrade, reject, return-to-supplier, exchange, make-up, sort-and-use, \
            use-after-processing, special-acceptance, scrap, destruction, recall, apology, redo-the-service, compensation, \
            reject-documents
              MANUFACTURER: rework, repair, concession, regrade, reject, return-to-supplier, exchange, make-up, sort-and-use, \
            use-after-processing, special-acceptance, urgent-release, scrap, destruction, recall, apology, redo-the-service, \
            compensation, reject-documents
              CONSTRUCTION: rework, repair, concession, regrade, reject, scrap, reject-documents
              HOSPITAL: rework, repair, regrade, reject, return-to-supplier, exchange, make-up, sort-and-use, \
            use-after-processing, scrap, destruction, recall, apology, redo-the-service, compensation, reject-documents
            ncr.concession.conditions
              GENERAL: none
              EQUIPMENT: deviation-permit
              PROPERTY: reconfirmation, customer-consent
            ncr.verifier
              GENERAL: quality
              PROPERTY: discoverer
              CONSTRUCTION: review-team
              BIOTECH, FOUNDRY, MANUFACTURER: quality
            ncr.execution.byReviewer
              GENERAL: allowed
            ncr.selfInspection
              GENERAL: none
              FOUNDRY: in-process, semi-finished, finished
            ncr.nearExpiry
              GENERAL: 6 months
              HOSPITAL: 6 months
            inc.report
              GENERAL: major: 24 h; ordinary: 48 h
              CONSTRUCTION: major: 24 h; ordinary: 48 h
            inc.class
              GENERAL: major: major; ordinary: ordinary
              CONSTRUCTION: quality-affecting: ordinary; slight: ordinary; structural: major
              FACTORY-TQM: batch: major; ordinary: ordinary
              GROUP: external: ordinary; internal: ordinary
            inspection.patrol
              GENERAL: none
              CONSTRUCTION: every week sat 12:00
            qis.sla
              GENERAL: difficult: 7 days; ordinary: 2 days; production-affecting: at once
              FACTORY-TQM: difficult: 7 days; ordinary: 2 days; production-affecting: at once
            calendar
              GENERAL: mon tue wed thu fri 09:00-12:00 13:30-18:00, holidays of CN, Asia/Shanghai
              CALLCENTRE: mon tue wed thu fri sat sun 00:00-12:00 12:00-00:00, no holidays, Asia/Shanghai
            business.zone
              GENERAL: Asia/Shanghai
            """;

    ProfilesTest() {
        super("nonconformity-service", TABLE);
    }

    static List<String> profiles() {
        return PolicyTable.catalogue("nonconformity-service").profiles();
    }

    @Test
    @DisplayName("NCR-22: the words a profile may use are the catalogue's")
    void theCatalogueIsKnown() {
        assertEquals(
                DispositionCatalogue.ALL,
                PolicyTable.catalogue("nonconformity-service")
                        .key("ncr.dispositions")
                        .orElseThrow()
                        .known());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("NCR-21: every severity has its level, none lower than a lesser one's, and every level its role")
    void everySeverityHasALevelAndEveryLevelARole(String profile) {
        PolicyValues values = values(profile);
        List<String> classes = values.value("ncr.severity", Ranks.class).names();
        PolicyValue.ByName levels = values.byName("ncr.authority");
        assertEquals(Set.copyOf(classes), levels.names().keySet());
        List<String> byRank = classes.stream()
                .map(name -> levels.names().getOrDefault(name, ""))
                .toList();
        assertEquals(byRank.stream().sorted().toList().reversed(), byRank, "mrb-site stands below mrb-company");
        assertEquals("mrb-company", byRank.getLast());
        assertEquals(
                Set.of("mrb-site", "mrb-company"),
                values.byName("ncr.authority.roles").names().keySet());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("NCR-26, NCR-28: hospitals and pharmacies know neither concession nor urgent release")
    void whatIsForbiddenIsOff(String profile) {
        List<String> enabled = values(profile).names("ncr.dispositions").names();
        boolean medical = profile.equals("HOSPITAL") || profile.equals("PHARMACY");
        assertEquals(!medical, enabled.contains("concession"));
        assertEquals(
                !medical && !isOf(profile, "CONSTRUCTION", "BOILER", "TESTING"),
                enabled.contains("special-acceptance"));
        assertEquals(profile.equals("MANUFACTURER"), enabled.contains("urgent-release"));
        if (!values(profile).names("ncr.concession.conditions").names().isEmpty()) {
            assertTrue(enabled.contains("concession"));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("NCR-74: what the manufacturing departments inspect themselves are categories")
    void selfInspectionIsOfKnownCategories(String profile) {
        assertTrue(values(profile)
                .names("ncr.categories")
                .names()
                .containsAll(values(profile).names("ncr.selfInspection").names()));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("NCR-47, NCR-49: every class of incidents is reported by a grade that has a limit")
    void everyIncidentHasItsLimit(String profile) {
        PolicyValues values = values(profile);
        Named.Terms limits = values.value("inc.report", Named.Terms.class);
        assertFalse(values.byName("inc.class").names().isEmpty());
        values.byName("inc.class")
                .names()
                .values()
                .forEach(grade -> assertTrue(limits.of(grade).isPresent(), grade));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void theCalendarIsComplaintServices(String profile) {
        WorkingWeek week = values(profile).value("calendar", WorkingWeek.class);
        assertEquals(values(profile).zone("business.zone"), week.zone());
        assertEquals(
                PolicyTable.catalogue("complaint-service").values(profile).value("calendar", WorkingWeek.class), week);
    }

    private static boolean isOf(String profile, String... names) {
        return List.of(names).contains(profile);
    }

    private static PolicyValues values(String profile) {
        return PolicyTable.catalogue("nonconformity-service").values(profile);
    }
}
