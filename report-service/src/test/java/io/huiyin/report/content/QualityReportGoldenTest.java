package io.huiyin.report.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.EventJson;
import io.huiyin.report.ReportExamples;
import io.huiyin.report.content.ReportContent.ComplaintFigures;
import io.huiyin.report.content.ReportContent.Incidents;
import io.huiyin.report.content.ReportContent.Section;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a report says, word for word. {@code report-compiled}'s example is the report of these figures. */
class QualityReportGoldenTest {

    private static ReportContent report(String kind, String period) {
        return QualityReport.of(GoldenFigures.of(kind, period), ReportExamples.POLICIES);
    }

    private static ComplaintFigures complaints(ReportContent content) {
        ComplaintFigures figures = content.sections().get(3).figures();
        assertNotNull(figures);
        return figures;
    }

    @Test
    @DisplayName("RPT-02: the six sections of a month, word for word")
    void aMonthIsWrittenAsPublished() throws IOException {
        Path example = Path.of(
                System.getProperty("huiyin.root"), "report-service", "contracts", "report-compiled", "v1.example.json");
        ContentText written = ContentText.of(report("monthly-quality", "2026-10"));
        if (Boolean.getBoolean("huiyin.golden.write")) {
            Files.writeString(Path.of(System.getProperty("java.io.tmpdir"), "golden.json"), written.json());
        }
        String published = EventJson.write(
                EventJson.tolerant().readTree(Files.readString(example)).get("content"));
        assertEquals(published, written.json());
        assertEquals(written, ContentText.of(written.content()), "nothing is lost in reading");
    }

    @Test
    @DisplayName("RPT-02: no section of the month is without figures or mark")
    void everySectionIsFilledOrMarked() {
        List<Section> sections = report("monthly-quality", "2026-10").sections();
        assertEquals(
                List.of(false, true, false, false, false, false),
                sections.stream().map(Section::none).toList());
        Compilation compilation = Compilation.of(report("monthly-quality", "2026-10"));
        assertTrue(compilation.sections().stream().allMatch(mark -> mark.filled() || mark.none()));
    }

    @Test
    @DisplayName("RPT-05: a quarter has months and quarters, and no days")
    void aQuarterIsComparedWithQuarters() {
        ReportContent content = report("quarterly-quality", "2026-Q4");
        ComplaintFigures figures = complaints(content);
        assertNull(figures.byDay());
        assertEquals("2026-Q4", content.period());
        assertEquals(12, figures.trend().size());
        assertEquals("2026-12", figures.trend().getLast().month());
        assertNotNull(figures.periods());
        assertEquals(8, figures.periods().size());
        assertEquals("2025-Q1", figures.periods().getFirst().period());
        assertEquals(14, figures.periods().getLast().count());
        assertEquals("2026-Q3", figures.previous().period());
        assertEquals(36, figures.previous().total(), "July, August and September");
        assertEquals("-61.11", figures.changePercent());
    }

    @Test
    @DisplayName("RPT-05: a year has years beside it")
    void aYearIsComparedWithYears() {
        ComplaintFigures figures = complaints(report("yearly-quality", "2026"));
        assertNotNull(figures.periods());
        assertEquals(
                List.of(0L, 0L, 0L, 11L, 56L),
                figures.periods().stream().map(ReportContent.Stretch::count).toList());
        assertEquals("2026-01", figures.trend().getFirst().month());
    }

    @Test
    @DisplayName("RPT-02: incidents are told against the period before, with what was closed")
    void incidentsAreComparedToo() {
        Incidents incidents =
                report("monthly-quality", "2026-10").sections().get(2).incidents();
        assertNotNull(incidents);
        assertEquals("66.67", incidents.changePercent());
        assertEquals(3, incidents.closed());
        assertEquals("rework", incidents.byDisposition().lines().getFirst().key());
        assertFalse(incidents.bySupplier().lines().isEmpty());
    }

    @Test
    @DisplayName("RPT-24: a report from before there were key figures reads as it was written, to the letter")
    void anOldReportStaysAsItWas() throws IOException {
        try (InputStream old = getClass().getResourceAsStream("/report-compiled-before-kpis.json")) {
            ContentText text = new ContentText(
                    EventJson.write(EventJson.tolerant().readTree(old).get("content")));
            assertEquals(text, ContentText.of(text.content()));
            assertNull(text.content().sections().getFirst().kpis());
        }
    }
}
