package io.huiyin.bench.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures as a table of Markdown, which reads well as it stands. */
final class Table {

    private static final List<String> TITLES =
            List.of("Metric", "Value", "Unit", "Control", "Ratio", "Target", "Of target", "Met");

    private Table() {}

    static String of(List<Metric> metrics) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(TITLES);
        for (Metric metric : metrics) {
            lines.add(List.of(
                    metric.name(),
                    Figures.of(metric.value()),
                    metric.unit(),
                    figure(metric.control()),
                    figure(metric.ratio()),
                    metric.target() == null ? "" : metric.target().text(),
                    figure(metric.ofTarget()),
                    metric.met() == null ? "" : metric.met() ? "yes" : "no"));
        }
        int[] widths = new int[TITLES.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < lines.size(); row++) {
            line(text, lines.get(row), widths);
            if (row == 0) {
                rule(text, widths);
            }
        }
        return text.toString();
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "" : Figures.of(value);
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String blank = " ".repeat(widths[i] - cells.get(i).length());
            String cell = isFigure(i) ? blank + cells.get(i) : cells.get(i) + blank;
            text.append("| ").append(cell).append(' ');
        }
        text.append("|\n");
    }

    private static void rule(StringBuilder text, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            text.append('|').append("-".repeat(widths[i] + 1)).append(isFigure(i) ? ':' : '-');
        }
        text.append("|\n");
    }

    private static boolean isFigure(int column) {
        return column == 1 || column == 3 || column == 4 || column == 6;
    }
}
