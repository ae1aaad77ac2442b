package io.huiyin.report.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.EventJson;
import io.huiyin.report.Inputs;
import io.huiyin.report.ReportExamples;
import io.huiyin.report.ReportPeriod;
import io.huiyin.report.SectionKey;
import io.huiyin.report.content.QualityFigures.Complaints;
import io.huiyin.report.content.ReportContent.Breakdown;
import io.huiyin.report.content.ReportContent.ComplaintFigures;
import io.huiyin.report.content.ReportContent.Day;
import io.huiyin.report.content.ReportContent.Line;
import io.huiyin.report.content.ReportContent.Others;
import io.huiyin.report.content.ReportContent.Section;
import io.huiyin.report.content.ReportContent.TargetResult;
import io.huiyin.report.kpi.KpiFigures;
import io.huiyin.report.statistics.Counted;
import io.huiyin.report.statistics.Dimension;
import io.huiyin.report.statistics.Tally;
import io.huiyin.report.views.facts.ComplaintLimits;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QualityReportTest {

    private static Counted counted(@Nullable String key, long count) {
        return new Counted(Arrays.asList(key), new Tally(count, count, 0, 0, 0));
    }

    private static ReportContent content(Map<Dimension, List<Counted>> byEach, List<Counted> byMonth) {
        return content("monthly-quality", "2015-02", byEach, byMonth);
    }

    private static ReportContent content(
            String kind, String period, Map<Dimension, List<Counted>> byEach, List<Counted> byMonth) {
        return content(kind, period, new Complaints(byEach, byMonth, ComplaintLimits.Overdue.NONE), KpiFigures.NONE);
    }

    private static ReportContent content(String kind, String period, Complaints complaints, KpiFigures kpis) {
        return QualityReport.of(
                new QualityFigures(
                        kind,
                        ReportPeriod.of(period),
                        ZoneId.of("Asia/Shanghai"),
                        complaints,
                        QualityFigures.FollowUps.NONE,
                        QualityFigures.Nonconformities.NONE,
                        kpis,
                        Map.of("complaint-events-0", "1.2.3"),
                        Inputs.of(0, 0, true)),
                ReportExamples.POLICIES);
    }

    private static ComplaintFigures figures(ReportContent content) {
        ComplaintFigures figures = content.sections().get(3).figures();
        assertNotNull(figures);
        return figures;
    }

    private static List<Day> days(ComplaintFigures figures) {
        List<Day> days = figures.byDay();
        assertNotNull(days);
        return days;
    }

    private static TargetResult timeliness(ReportContent content) {
        List<TargetResult> targets = content.sections().getFirst().targets();
        assertNotNull(targets);
        return targets.getFirst();
    }

    @Test
    @DisplayName("RPT-02: all six sections are there, those without data marked")
    void allSixSectionsAreThere() {
        ReportContent content = content(Map.of(), List.of());
        assertEquals(
                Arrays.stream(SectionKey.values()).map(SectionKey::wire).toList(),
                content.sections().stream().map(Section::key).toList());
        assertTrue(content.sections().stream().allMatch(Section::none));
        assertEquals("质量投诉统计与原因", content.sections().get(3).title().zh());
        assertEquals(0, figures(content).total());
        assertNull(figures(content).changePercent());
        assertNull(timeliness(content).met());
        assertNull(timeliness(content).actual());
    }

    @Test
    @DisplayName("RPT-28: the trend and the days have no holes")
    void timeHasNoHoles() {
        ReportContent content = content(
                Map.of(Dimension.DAY, List.of(counted("2015-02-28", 3))),
                List.of(counted("2015-02", 3), counted("2015-01", 8), counted("2014-03", 1)));
        ComplaintFigures figures = figures(content);
        assertEquals(28, days(figures).size());
        assertEquals(3, days(figures).getLast().count());
        assertEquals(12, figures.trend().size());
        assertEquals("2014-03", figures.trend().getFirst().month());
        assertEquals(1, figures.trend().getFirst().count());
        assertEquals(0, figures.trend().get(1).count());
        assertEquals("2015-01", figures.previous().period());
        assertEquals(8, figures.previous().total());
        assertEquals("-62.50", figures.changePercent());
    }

    @Test
    @DisplayName("RPT-29: a target keeps the version of the policy it was compared with")
    void aTargetNamesItsPolicy() {
        ReportContent content = content(
                Map.of(Dimension.DAY, List.of(new Counted(List.of("2015-02-01"), new Tally(100, 8, 2, 0, 0)))),
                List.of());
        TargetResult result = timeliness(content);
        assertEquals("80.00", result.actual());
        assertEquals(8, result.numerator());
        assertEquals(10, result.denominator());
        assertEquals(false, result.met());
        assertEquals("kpi.targets.timeliness", result.policy().key());
        assertEquals("GENERAL", result.policy().profile());
        assertEquals("at-least", result.direction());
        assertEquals(false, content.sections().getFirst().none());
    }

    @Test
    void whatIsNotShownStandsInTheRemainder() {
        List<Counted> issues = new ArrayList<>();
        List<Counted> days = new ArrayList<>();
        long total = 0;
        for (int i = 1; i <= 25; i++) {
            issues.add(counted("issue " + i, i));
            total += i;
        }
        days.add(counted("2015-02-01", total));
        Breakdown byIssue = figures(content(Map.of(Dimension.DAY, days, Dimension.ISSUE, issues), List.of()))
                .byIssue();
        assertEquals(25, byIssue.groups());
        assertEquals(20, byIssue.lines().size());
        Others others = byIssue.others();
        assertNotNull(others);
        assertEquals(5, others.groups());
        assertEquals(15, others.count());
        assertEquals("4.62", others.share());
        assertEquals(total, byIssue.lines().stream().mapToLong(Line::count).sum() + others.count());
    }

    @Test
    void aVeryLongNameIsCutBetweenCharacters() {
        String name = "😀".repeat(5_000);
        List<Counted> one = List.of(counted("2015-02-01", 1));
        Breakdown byProduct = figures(
                        content(Map.of(Dimension.DAY, one, Dimension.PRODUCT, List.of(counted(name, 1))), List.of()))
                .byProduct();
        String kept = byProduct.lines().getFirst().key();
        assertEquals("😀".repeat(199) + "…", kept);
    }

    @Test
    @DisplayName("RPT-24: the text is the same however often it is read and written")
    void theTextIsExact() {
        List<Counted> days = List.of(counted("2015-02-01", 4));
        List<Counted> products =
                List.of(counted("<b>\"A&B\"</b>\\\u2028😀 干燥机\n\t", 2), counted(null, 1), counted("x", 1));
        ContentText text = ContentText.of(content(Map.of(Dimension.DAY, days, Dimension.PRODUCT, products), List.of()));
        ContentText read = EventJson.read(EventJson.write(text), ContentText.class);
        assertEquals(text, read);
        assertEquals(text, ContentText.of(text.content()));
        assertEquals(text.json(), EventJson.write(text));
        assertEquals(64, text.hash().length());
        assertTrue(text.json().contains("{\"key\":null,"), "a blank key is null");
    }
}
