package io.huiyin.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run's figures for programs, each with its passes. */
final class ResultFile {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private ResultFile() {}

    /** Writes {@code bench-<time>.json} into the folder; answers where. */
    static Path write(Path folder, Instant began, Scale scale, Map<String, String> machine, Report report)
            throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("began", began.toString());
        content.put("scale", scale.name());
        content.put("machine", machine);
        content.put(
                "metrics", report.metrics().stream().map(ResultFile::members).toList());
        content.put("notes", report.notes());
        Path file = folder.resolve("bench-" + STAMP.format(began) + ".json");
        Files.writeString(file, MAPPER.writeValueAsString(content) + "\n");
        return file;
    }

    private static Map<String, Object> members(Metric metric) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("section", metric.section());
        members.put("name", metric.name());
        members.put("unit", metric.unit());
        members.put("value", metric.value());
        members.put("passes", metric.passes());
        put(members, "control", metric.control());
        put(members, "controlPasses", metric.controls().isEmpty() ? null : List.copyOf(metric.controls()));
        put(members, "ratio", metric.ratio());
        put(members, "target", metric.target() == null ? null : metric.target().text());
        put(members, "ofTarget", metric.ofTarget());
        put(members, "met", metric.met());
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
