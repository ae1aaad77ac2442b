package io.huiyin.report.page;

import io.huiyin.report.content.ReportContent.Breakdown;
import io.huiyin.report.content.ReportContent.Line;
import io.huiyin.report.page.Svg.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bars, largest first, with the cumulated share above them and a line at 80 %. */
final class ParetoChart {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 306;
    private static final double LEFT = 92;
    private static final double RIGHT = 46;
    private static final double TOP = 18;
    private static final double BOTTOM = 98;
    private static final int MOST_BARS = 14;
    private static final int LABEL = 25;
    private static final int VITAL_FEW = 80;

    private ParetoChart() {}

    private record Bar(String label, long count, double cumulated, String style) {}

    static String of(
            Breakdown breakdown, long total, String title, String others, Function<@Nullable String, String> name) {
        List<Bar> bars = bars(breakdown, total, others, name);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        double width = WIDTH - LEFT - RIGHT;
        double height = HEIGHT - TOP - BOTTOM;
        double base = TOP + height;
        Scale scale = Scale.upTo(bars.stream().mapToLong(Bar::count).max().orElse(0));
        for (long mark : scale.marks()) {
            double y = base - height * mark / scale.top();
            svg.line("grid", LEFT, y, LEFT + width, y);
            svg.text("tick end", LEFT - 7, y + 3.5, Labels.count(mark));
        }
        for (int percent = 0; percent <= 100; percent += 20) {
            svg.text("tick", LEFT + width + 7, base - height * percent / 100 + 3.5, percent + "%");
        }
        double vital = base - height * VITAL_FEW / 100;
        svg.line("vital", LEFT, vital, LEFT + width, vital);
        double place = width / Math.max(1, bars.size());
        double thick = Math.min(46, place * 0.66);
        List<Point> cumulated = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double middle = LEFT + place * (i + 0.5);
            double tall = height * bar.count() / scale.top();
            svg.rectangle(
                    bar.style(),
                    middle - thick / 2,
                    base - tall,
                    thick,
                    tall,
                    bar.label() + ": " + Labels.count(bar.count()));
            cumulated.add(new Point(middle, base - height * bar.cumulated() / 100));
            svg.rising("name end", middle + 4, base + 13, 34, Labels.shortened(bar.label(), LABEL), bar.label());
        }
        svg.polyline("cumulated", cumulated);
        for (int i = 0; i < cumulated.size(); i++) {
            svg.dot(
                    "cumulated-dot",
                    cumulated.get(i),
                    2.6,
                    bars.get(i).label() + ": " + bars.get(i).cumulated() + " %");
        }
        svg.line("axis", LEFT, base, LEFT + width, base);
        return svg.toString();
    }

    private static List<Bar> bars(
            Breakdown breakdown, long total, String others, Function<@Nullable String, String> name) {
        List<Bar> bars = new ArrayList<>();
        List<Line> lines = breakdown.lines();
        boolean all = lines.size() <= MOST_BARS && breakdown.others() == null;
        List<Line> shown = all ? lines : lines.subList(0, Math.min(lines.size(), MOST_BARS - 1));
        long rest = total;
        for (Line line : shown) {
            rest -= line.count();
            bars.add(new Bar(
                    name.apply(line.key()), line.count(), new BigDecimal(line.cumulativeShare()).doubleValue(), "bar"));
        }
        if (!all) {
            bars.add(new Bar(others, rest, 100, "bar rest"));
        }
        return bars;
    }
}
