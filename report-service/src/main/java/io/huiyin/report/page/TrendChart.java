package io.huiyin.report.page;

import io.huiyin.report.page.Svg.Point;
import java.util.ArrayList;
import java.util.List;

/** A line through counts in the order of time. */
final class TrendChart {

    private static final double WIDTH = 720;
    private static final double LEFT = 52;
    private static final double RIGHT = 18;
    private static final double TOP = 20;
    private static final double BOTTOM = 26;
    private static final int MANY = 16;

    private TrendChart() {}

    /**
     * One point of time.
     *
     * @param label below the axis
     * @param title in full
     * @param shaded whether it stands out, as a weekend does
     */
    record Entry(String label, String title, long count, boolean shaded) {}

    static String of(List<Entry> entries, double height, String title) {
        Svg svg = new Svg(WIDTH, height, title);
        double wide = WIDTH - LEFT - RIGHT;
        double tall = height - TOP - BOTTOM;
        double base = TOP + tall;
        double place = wide / Math.max(1, entries.size());
        Scale scale = Scale.upTo(entries.stream().mapToLong(Entry::count).max().orElse(0));
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).shaded()) {
                svg.rectangle(
                        "weekend",
                        LEFT + place * i,
                        TOP,
                        place,
                        tall,
                        entries.get(i).title());
            }
        }
        for (long mark : scale.marks()) {
            double y = base - tall * mark / scale.top();
            svg.line("grid", LEFT, y, LEFT + wide, y);
            svg.text("tick end", LEFT - 7, y + 3.5, Labels.count(mark));
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            points.add(new Point(
                    LEFT + place * (i + 0.5), base - tall * entries.get(i).count() / scale.top()));
        }
        if (!points.isEmpty()) {
            List<Point> area = new ArrayList<>(points);
            area.add(new Point(points.getLast().x(), base));
            area.addFirst(new Point(points.getFirst().x(), base));
            svg.polygon("area", area);
        }
        svg.polyline("trend", points);
        svg.line("axis", LEFT, base, LEFT + wide, base);
        for (int i = 0; i < points.size(); i++) {
            Entry entry = entries.get(i);
            Point point = points.get(i);
            svg.dot("trend-dot", point, 2.6, entry.title() + ": " + Labels.count(entry.count()));
            svg.text("tick middle", point.x(), base + 15, entry.label());
            if (entries.size() <= MANY) {
                svg.text("value middle", point.x(), point.y() - 8, Labels.count(entry.count()));
            }
        }
        return svg.toString();
    }
}
