package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of nonconformities, each standing where its least advanced part does. */
final class NonconformityListFold extends Fold {

    private static final String REVIEW = "under-review";
    /** How far a part has come, the least advanced first; a part that was sent back or failed counts for nothing. */
    private static final List<String> ADVANCE =
            List.of("disposition-proposed", "disposition-approved", "executed", "reinspection", "verified");

    /** A disposition and how much of the whole it covers. */
    private record Part(String status, int quantity) {}

    private final Rows rows = new Rows();
    /** How much there is to dispose of; 0 where nothing is said. */
    private final Map<String, Integer> whole = new HashMap<>();

    private final Map<String, Map<String, Part>> parts = new HashMap<>();

    NonconformityListFold() {
        super(
                "nonconformity-list",
                Service.NONCONFORMITY,
                "select id as key, number, version, status, severity, level, complaint_id, lot, held from nonconformity_list");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        if (event.service() != Service.NONCONFORMITY) {
            return;
        }
        if (event.type().equals("nonconformity-reported")) {
            whole.put(event.stream(), data.at("/product/quantity").asInt());
            rows.begin(event.stream())
                    .set("number", text(data, "/number"))
                    .set("status", "reported")
                    .set("severity", text(data, "/severity"))
                    .set("level", null)
                    .set("complaint_id", text(data, "/complaintId"))
                    .set("lot", text(data, "/product/lot"))
                    .set("held", truth(false));
        }
        Row row = rows.get(event.stream());
        if (row != null) {
            row.set("version", event.version());
            after(row, event, data);
        }
    }

    private void after(Row row, EventRow event, JsonNode data) {
        switch (event.type()) {
            case "nonconformity-segregated" -> row.set("status", "segregated").set("held", truth(true));
            case "nonconformity-confirmed" -> row.set("status", "confirmed");
            case "nonconformity-cleared" -> row.set("status", "cleared").set("held", truth(false));
            case "nonconformity-closed" -> row.set("status", "closed").set("held", truth(false));
            case "nonconformity-classified" ->
                row.set("status", "classified")
                        .set("severity", text(data, "/severity"))
                        .set("level", text(data, "/level"));
            case "nonconformity-review-convened" -> row.set("status", REVIEW);
            default -> {
                step(event, data);
                if (event.type().contains("disposition") || event.type().contains("reinspection")) {
                    row.set("status", leastAdvanced(event.stream()));
                }
            }
        }
    }

    private void step(EventRow event, JsonNode data) {
        Map<String, Part> of = parts.computeIfAbsent(event.stream(), fresh -> new LinkedHashMap<>());
        switch (event.type()) {
            case "nonconformity-disposition-proposed" ->
                of.put(
                        data.path("dispositionId").asText(),
                        new Part("disposition-proposed", data.path("quantity").asInt()));
            case "nonconformity-disposition-approved" ->
                data.path("dispositionIds").forEach(id -> move(of, id.asText(), "disposition-approved"));
            case "nonconformity-disposition-returned" ->
                data.path("dispositionIds").forEach(id -> of.remove(id.asText()));
            case "nonconformity-disposition-executed" ->
                move(
                        of,
                        data.path("dispositionId").asText(),
                        data.path("reinspection").asBoolean() ? "reinspection" : "executed");
            case "nonconformity-reinspection-passed", "nonconformity-disposition-verified" ->
                move(of, data.path("dispositionId").asText(), "verified");
            case "nonconformity-reinspection-failed" ->
                of.remove(data.path("dispositionId").asText());
            default -> {
                // opinions and links move no part
            }
        }
    }

    private static void move(Map<String, Part> parts, String id, String status) {
        parts.computeIfPresent(id, (key, part) -> new Part(status, part.quantity()));
    }

    private String leastAdvanced(String stream) {
        Map<String, Part> of = parts.getOrDefault(stream, Map.of());
        int covered = of.values().stream().mapToInt(Part::quantity).sum();
        if (of.isEmpty() || covered < whole.getOrDefault(stream, 0)) {
            return REVIEW;
        }
        return of.values().stream()
                .map(Part::status)
                .min((one, other) -> Integer.compare(ADVANCE.indexOf(one), ADVANCE.indexOf(other)))
                .orElse(REVIEW);
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
