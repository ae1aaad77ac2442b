package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;

/** The contacts of each chain of follow-ups. */
final class ChainFold extends Fold {

    private final Rows rows = new Rows();

    ChainFold() {
        super(
                "follow-up-chains",
                Service.FOLLOWUP,
                "select id as key, chain_id, contact, complaint_id, status, attempts, because from follow_up_chain_contact");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        if (event.service() != Service.FOLLOWUP) {
            return;
        }
        if (event.type().equals("follow-up-planned")) {
            rows.begin(event.stream())
                    .set("chain_id", text(data, "/chainId"))
                    .set("contact", text(data, "/contact"))
                    .set("complaint_id", text(data, "/complaintId"))
                    .set("status", "scheduled")
                    .set("attempts", 0)
                    .set("because", null);
        }
        Row row = rows.get(event.stream());
        if (row != null) {
            after(row, event.type(), data);
        }
    }

    private static void after(Row row, String type, JsonNode data) {
        switch (type) {
            case "follow-up-attempted" ->
                row.set("attempts", text(data, "/attempt"))
                        .set("status", data.path("outcome").asText().equals("reached") ? "contacted" : "rescheduled");
            case "follow-up-recorded" ->
                row.set("status", data.path("dissatisfied").asBoolean() ? "issue-open" : "recorded");
            case "follow-up-waived" -> row.set("status", "waived").set("because", text(data, "/reason"));
            case "follow-up-unconfirmed" -> row.set("status", "unconfirmed").set("because", text(data, "/reason"));
            case "follow-up-recontact-planned" -> row.set("status", "recontact-scheduled");
            case "follow-up-closed" -> row.set("status", "closed");
            default -> {
                // who works on it is no matter here
            }
        }
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
