package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;

/** The register of improvement actions. */
final class ImprovementActionFold extends Fold {

    private final Rows rows = new Rows();

    ImprovementActionFold() {
        super(
                "improvement-actions",
                Service.REPORT,
                "select action_id as key, number, version, status, department, person, rounds from improvement_action");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        if (!event.type().startsWith("improvement-action-")) {
            return;
        }
        if (event.type().equals("improvement-action-proposed")) {
            rows.begin(event.stream())
                    .set("number", text(data, "/number"))
                    .set("department", null)
                    .set("person", null)
                    .set("rounds", 0);
        }
        Row row = rows.of(event.stream()).set("version", event.version());
        switch (event.type()) {
            case "improvement-action-proposed" -> row.set("status", "proposed");
            case "improvement-action-assigned" ->
                row.set("status", "assigned")
                        .set("department", text(data, "/department"))
                        .set("person", text(data, "/person"));
            case "improvement-action-started" -> row.set("status", "in-progress");
            case "improvement-action-done" -> row.set("status", "to-verify");
            case "improvement-action-found-ineffective" ->
                row.set("status", "in-progress").add("rounds", 1);
            case "improvement-action-verified" -> row.set("status", "verified").add("rounds", 1);
            case "improvement-action-reported" -> row.set("status", "reported");
            case "improvement-action-closed" -> row.set("status", "closed");
            case "improvement-action-cancelled" -> row.set("status", "cancelled");
            default -> {
                // the customer's being told changes no status
            }
        }
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
