package io.huiyin.report.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.report.ReportExamples;
import io.huiyin.report.content.ActionRegister.Actions;
import io.huiyin.report.statistics.FollowUpTally;
import io.huiyin.report.statistics.NonconformityTally;
import io.huiyin.report.statistics.Scores;
import io.huiyin.report.views.facts.ComplaintLimits.Limits;
import io.huiyin.report.views.followups.FollowUpCounts.Issues;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KpiDefinitionsTest {

    private static final Scores SCORES = new Scores(List.of(
            new Scores.Given(BigDecimal.valueOf(5), BigDecimal.valueOf(5), 3),
            new Scores.Given(BigDecimal.valueOf(2), BigDecimal.valueOf(5), 1)));

    private static final KpiFigures FIGURES = new KpiFigures(
            12,
            new Limits(10, 9),
            new Limits(8, 7),
            new FollowUpTally(5, 1, 4, 4, 1, 3, 1, 3, 4, 4, SCORES),
            new Issues(3, 2),
            new NonconformityTally(6, 40, 3, 1, 5, 2, 1),
            new Actions(4, 3, 0, List.of()));

    private static KpiValue value(KpiFigures figures, String kpi) {
        return KpiDefinitions.values(figures, ReportExamples.POLICIES).stream()
                .filter(each -> each.kpi().equals(kpi))
                .findFirst()
                .orElseThrow();
    }

    private static void is(String kpi, String value, @Nullable Boolean met) {
        assertEquals(value, value(FIGURES, kpi).value(), kpi);
        assertEquals(met, value(FIGURES, kpi).met(), kpi);
    }

    @Test
    @DisplayName("RPT-29: every version has its formula, sentence, population, owner")
    void everyDefinitionIsWhole() throws IOException {
        Set<String> seen = new HashSet<>();
        String readme = Files.readString(Path.of(System.getProperty("huiyin.root"), "report-service", "README.md"));
        for (KpiDefinition definition : KpiDefinitions.all()) {
            assertTrue(seen.add(definition.kpi() + definition.version()), definition.kpi() + " twice");
            assertTrue(definition.version() > 0);
            if (definition.target() != null) {
                assertTrue(ReportExamples.POLICIES.has(definition.target()), definition.target());
            }
            assertTrue(readme.contains("| " + definition.kpi() + " |"), definition.kpi() + " is not in the README");
        }
        assertEquals(10, KpiDefinitions.current().size());
    }

    @Test
    @DisplayName("RPT-29: K-01, K-02, K-07, K-08, K-16, K-18, K-27, K-33 by their formulas")
    void everyFormulaDividesWhatItSays() {
        is("K-01", "90.00", true);
        is("K-02", "75.00", false);
        is("K-07", "80.00", false);
        is("K-08", "66.67", false);
        is("K-16", "87.50", false);
        is("K-18", "12", null);
        is("K-27", "6", null);
        is("K-27-reinspection", "75.00", null);
        is("K-27-concession", "40.00", null);
        is("K-33", "75.00", null);
        assertNull(value(FIGURES, "K-18").denominator());
    }

    @Test
    @DisplayName("RPT-29: a result keeps the version of its definition and of its target")
    void aResultKeepsItsVersions() {
        KpiValue value = value(FIGURES, "K-16");
        assertEquals(1, value.definitionVersion());
        assertNotNull(value.target());
        assertEquals("kpi.targets.closingPunctuality", value.target().policy().key());
        assertEquals("100", value.target().percent());
        assertEquals("at-least", value.target().direction());
    }

    @Test
    @DisplayName("RPT-35: where no complaint at all is aimed at, one is too many")
    void complaintsAgainstNone() {
        PolicyValues feed = PolicyProfiles.load("FEED");
        KpiValue twelve = complaints(FIGURES, feed);
        assertEquals(false, twelve.met());
        assertEquals(2, twelve.definitionVersion());
        assertNotNull(twelve.target());
        assertEquals("0", twelve.target().percent());
        assertEquals("at-most", twelve.target().direction());
        assertEquals("kpi.targets.zeroComplaints", twelve.target().policy().key());
        assertEquals(true, complaints(KpiFigures.NONE, feed).met());
        assertNull(complaints(FIGURES, ReportExamples.POLICIES).target());
        assertNull(complaints(KpiFigures.NONE, ReportExamples.POLICIES).met());
    }

    private static KpiValue complaints(KpiFigures figures, PolicyValues policies) {
        return KpiDefinitions.values(figures, policies).stream()
                .filter(each -> each.kpi().equals("K-18"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingDueIsNoRateAndMeetsAndMissesNothing() {
        for (KpiValue value : KpiDefinitions.values(KpiFigures.NONE, ReportExamples.POLICIES)) {
            if (value.unit().equals("percent")) {
                assertNull(value.value(), value.kpi());
                assertEquals(0L, value.denominator());
            } else {
                assertEquals("0", value.value());
            }
            assertNull(value.met());
        }
    }

    @Test
    void meansAreExactAndOnOneScale() {
        assertEquals("4.25", SCORES.mean());
        assertNull(Scores.NONE.mean());
        Scores mixed = new Scores(List.of(
                new Scores.Given(BigDecimal.valueOf(4), BigDecimal.valueOf(5), 1),
                new Scores.Given(BigDecimal.valueOf(6), BigDecimal.TEN, 1),
                new Scores.Given(new BigDecimal("1"), BigDecimal.valueOf(3), 1)));
        // 4 + 3 + 5/3 = 8.666…; a third of it is 2.888…
        assertEquals("2.89", mixed.mean());
        assertEquals(
                "2.50",
                new Scores(List.of(new Scores.Given(BigDecimal.valueOf(50), BigDecimal.valueOf(100), 7))).mean());
    }
}
