package io.huiyin.report.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a drawing as text; how things look is said by the page's style sheet. */
final class Svg {

    private final StringBuilder out = new StringBuilder(4096);

    Svg(double width, double height, String label) {
        out.append("<svg viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(label))
                .append("\">");
    }

    /** A corner or an end. */
    record Point(double x, double y) {}

    Svg rectangle(String style, double x, double y, double width, double height, String title) {
        out.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"><title>%s</title></rect>"
                .formatted(style, number(x), number(y), number(width), number(height), escaped(title)));
        return this;
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(style, number(x1), number(y1), number(x2), number(y2)));
        return this;
    }

    Svg polyline(String style, List<Point> points) {
        out.append("<polyline class=\"%s\" points=\"%s\"/>".formatted(style, listed(points)));
        return this;
    }

    Svg polygon(String style, List<Point> points) {
        out.append("<polygon class=\"%s\" points=\"%s\"/>".formatted(style, listed(points)));
        return this;
    }

    Svg dot(String style, Point at, double radius, String title) {
        out.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"><title>%s</title></circle>"
                .formatted(style, number(at.x()), number(at.y()), number(radius), escaped(title)));
        return this;
    }

    Svg text(String style, double x, double y, String text) {
        out.append(
                "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(style, number(x), number(y), escaped(text)));
        return this;
    }

    /** A text that rises to its end, as names below bars do. */
    Svg rising(String style, double x, double y, int degrees, String text, String title) {
        out.append("<text class=\"%s\" transform=\"translate(%s %s) rotate(-%d)\"><title>%s</title>%s</text>"
                .formatted(style, number(x), number(y), degrees, escaped(title), escaped(text)));
        return this;
    }

    private static String listed(List<Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return out + "</svg>";
    }
}
