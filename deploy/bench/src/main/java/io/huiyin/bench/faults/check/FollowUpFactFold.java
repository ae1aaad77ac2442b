package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;

/** Follow-ups as report-service knows them now; one that need not be made is known from its waiving. */
final class FollowUpFactFold extends Fold {

    private final Rows rows = new Rows();

    FollowUpFactFold() {
        super(
                "follow-up-facts",
                Service.REPORT,
                "select follow_up_id as key, complaint_id, chain_id, contact, agent, claimed, attempts, reached, outcome, "
                        + "score, dissatisfied, issues from follow_up_fact where known_to is null");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        if (event.service() != Service.FOLLOWUP) {
            return;
        }
        Row row = rows.get(event.stream());
        if (row == null
                && (event.type().equals("follow-up-planned") || event.type().equals("follow-up-waived"))) {
            row = begin(event, data);
        }
        if (row != null) {
            after(row, event.type(), data);
        }
    }

    private Row begin(EventRow event, JsonNode data) {
        return rows.begin(event.stream())
                .set("complaint_id", text(data, "/complaintId"))
                .set("chain_id", event.stream())
                .set("contact", 1)
                .set("agent", null)
                .set("claimed", truth(false))
                .set("attempts", 0)
                .set("reached", truth(false))
                .set("outcome", "open")
                .set("score", null)
                .set("dissatisfied", truth(false))
                .set("issues", 0);
    }

    private static void after(Row row, String type, JsonNode data) {
        switch (type) {
            case "follow-up-planned" ->
                row.replace("complaint_id", data.path("complaintId"))
                        .replace("chain_id", data.path("chainId"))
                        .replace("contact", data.path("contact"));
            case "follow-up-claimed" -> row.set("claimed", truth(true)).replace("agent", data.path("agent"));
            case "follow-up-released" -> {
                row.set("claimed", truth(false));
                if (row.is("attempts", "0")) {
                    row.set("agent", null);
                }
            }
            case "follow-up-attempted" -> {
                row.set("attempts", text(data, "/attempt")).replace("agent", data.path("agent"));
                if (data.path("outcome").asText().equals("reached")) {
                    row.set("reached", truth(true));
                }
            }
            case "follow-up-recorded" ->
                row.set("claimed", truth(false))
                        .set("reached", truth(true))
                        .set("outcome", "recorded")
                        .replace("agent", data.path("agent"))
                        .replace("attempts", data.path("attempts"))
                        .set("score", text(data, "/satisfaction/score"))
                        .set("dissatisfied", truth(data.path("dissatisfied").asBoolean()))
                        .set("issues", data.path("issues").size());
            case "follow-up-waived" -> row.set("claimed", truth(false)).set("outcome", "waived");
            case "follow-up-unconfirmed" ->
                row.set("claimed", truth(false))
                        .set("outcome", "unconfirmed")
                        .replace("attempts", data.path("attempts"));
            default -> {
                // nothing that is reported on
            }
        }
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
