package io.huiyin.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.report.content.ReportContent.Breakdown;
import io.huiyin.report.content.ReportContent.Line;
import io.huiyin.report.content.ReportContent.Others;
import io.huiyin.report.statistics.Answered;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final Answered NOBODY = new Answered(0, 0, 0, null);

    private static Line line(@Nullable String key, long count, String cumulated) {
        return new Line(key, count, "1.00", cumulated, NOBODY, NOBODY);
    }

    private static int occurrences(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void axesHaveRoundSteps() {
        assertEquals(new Scale(1, 1), Scale.upTo(0));
        assertEquals(new Scale(1, 1), Scale.upTo(1));
        assertEquals(new Scale(2, 4), Scale.upTo(7));
        assertEquals(new Scale(200, 4), Scale.upTo(668));
        assertEquals(new Scale(5_000, 3), Scale.upTo(12_600));
        assertEquals(15_000, Scale.upTo(12_600).top());
        assertEquals(List.of(0L, 2L, 4L, 6L, 8L), Scale.upTo(7).marks());
    }

    @Test
    void namesAreShortenedByWidthAndBetweenCharacters() {
        assertEquals("short", Labels.shortened("short", 5));
        assertEquals("shor…", Labels.shortened("shorter", 5));
        assertEquals("干燥…", Labels.shortened("干燥机异响", 6));
        assertEquals("😀…", Labels.shortened("😀😀😀", 4));
        assertEquals("12,345", Labels.count(12_345));
    }

    @Test
    void ourOwnWordsAreTranslatedAndAllOthersLeftAlone() {
        assertEquals("服务单", Labels.word("service-sheet", true));
        assertEquals("Service sheet", Labels.word("service-sheet", false));
        assertEquals("Debt collection", Labels.word("Debt collection", true));
    }

    @Test
    void whateverANameHoldsItStaysText() {
        Breakdown breakdown = new Breakdown(1, List.of(line("<script>alert('x')</script> & \"y\"", 3, "100.00")), null);
        String svg = ParetoChart.of(breakdown, 3, "t<", "others", String::valueOf);
        assertFalse(svg.contains("<script"));
        assertTrue(svg.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;"));
        assertTrue(svg.startsWith("<svg viewBox=\"0 0 720.0 306.0\" role=\"img\" aria-label=\"t&lt;\">"));
    }

    @Test
    void manyBarsAreDrawnAsTheVitalFewAndTheRest() {
        List<Line> lines = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> line("name " + i, 21 - i, "50.00"))
                .toList();
        Breakdown breakdown = new Breakdown(30, lines, new Others(10, 10, "4.55", NOBODY, NOBODY));
        String svg = ParetoChart.of(breakdown, 220, "t", "All others", String::valueOf);
        assertEquals(13, occurrences(svg, "class=\"bar\""));
        assertEquals(1, occurrences(svg, "class=\"bar rest\""));
        // 220 less the 13 that are drawn: 20 + 19 + … + 8 = 182.
        assertTrue(svg.contains("All others: 38"));
        assertEquals(1, occurrences(svg, "class=\"vital\""));
        assertEquals(1, occurrences(svg, "<polyline class=\"cumulated\""));
    }

    @Test
    void aTrendWithoutAnythingIsStillDrawn() {
        List<TrendChart.Entry> entries = List.of(
                new TrendChart.Entry("1", "2015-01-01", 0, false), new TrendChart.Entry("2", "2015-01-02", 0, true));
        String svg = TrendChart.of(entries, 190, "t");
        assertEquals(2, occurrences(svg, "class=\"trend-dot\""));
        assertEquals(1, occurrences(svg, "class=\"weekend\""));
        assertFalse(svg.contains("NaN"));
    }
}
