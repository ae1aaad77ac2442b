package io.huiyin.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run has measured: figures pass by pass, and what must be said about them. */
final class Report {

    private record Key(String section, String name) {}

    /** One figure while its passes come in. */
    private static final class Row {
        private final String unit;
        private final List<Double> passes = new ArrayList<>();
        private final List<Double> controls = new ArrayList<>();
        private @Nullable Target target;

        Row(String unit) {
            this.unit = unit;
        }
    }

    private final Map<Key, Row> rows = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** What one pass came to. */
    void add(String section, String name, String unit, double value) {
        row(section, name, unit).passes.add(value);
    }

    /** What one pass came to, with the control beside it. */
    void add(String section, String name, String unit, double value, double control) {
        add(section, name, unit, value);
        row(section, name, unit).controls.add(control);
    }

    void target(String section, String name, Target target) {
        Row row = rows.get(new Key(section, name));
        if (row == null) {
            throw new IllegalArgumentException("nothing was measured as " + name);
        }
        row.target = target;
    }

    /** Something to know about the figures; said once. */
    void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    List<Metric> metrics() {
        return rows.entrySet().stream()
                .map(entry -> new Metric(
                        entry.getKey().section(),
                        entry.getKey().name(),
                        entry.getValue().unit,
                        List.copyOf(entry.getValue().passes),
                        List.copyOf(entry.getValue().controls),
                        entry.getValue().target))
                .toList();
    }

    /** The figure of that name. */
    Metric metric(String section, String name) {
        return metrics().stream()
                .filter(metric ->
                        metric.section().equals(section) && metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing was measured as " + name));
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private Row row(String section, String name, String unit) {
        return rows.computeIfAbsent(new Key(section, name), key -> new Row(unit));
    }
}
