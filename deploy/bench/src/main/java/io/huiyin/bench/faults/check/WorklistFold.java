package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;

/** The worklist of follow-ups. */
final class WorklistFold extends Fold {

    private final Rows rows = new Rows();

    WorklistFold() {
        super(
                "follow-up-worklist",
                Service.FOLLOWUP,
                "select id as key, version, complaint_id, chain_id, contact, assignee_role, status, attempts, claimed_by, "
                        + "recorded_by, dissatisfied, reviewed from follow_up_worklist");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        if (event.service() != Service.FOLLOWUP) {
            return;
        }
        if (event.type().equals("follow-up-planned")) {
            rows.begin(event.stream())
                    .set("complaint_id", text(data, "/complaintId"))
                    .set("chain_id", text(data, "/chainId"))
                    .set("contact", text(data, "/contact"))
                    .set("assignee_role", text(data, "/assigneeRole"))
                    .set("status", "scheduled")
                    .set("attempts", 0)
                    .set("claimed_by", null)
                    .set("recorded_by", null)
                    .set("dissatisfied", null)
                    .set("reviewed", truth(false));
        }
        Row row = rows.get(event.stream());
        if (row != null) {
            row.set("version", event.version());
            after(row, event.type(), data);
        }
    }

    private static void after(Row row, String type, JsonNode data) {
        switch (type) {
            case "follow-up-claimed", "follow-up-claim-renewed" -> row.set("claimed_by", text(data, "/agent"));
            case "follow-up-released" -> row.set("claimed_by", null);
            case "follow-up-attempted" -> {
                row.set("attempts", text(data, "/attempt"));
                if (data.path("outcome").asText().equals("reached")) {
                    row.set("status", "contacted");
                } else {
                    row.set("status", "rescheduled").set("claimed_by", null);
                }
            }
            case "follow-up-recorded" -> {
                boolean dissatisfied = data.path("dissatisfied").asBoolean();
                row.set("status", dissatisfied ? "issue-open" : "recorded")
                        .set("claimed_by", null)
                        .set("recorded_by", text(data, "/agent"))
                        .set("dissatisfied", truth(dissatisfied));
            }
            case "follow-up-waived" -> row.set("status", "waived").set("claimed_by", null);
            case "follow-up-unconfirmed" -> row.set("status", "unconfirmed").set("claimed_by", null);
            case "follow-up-recontact-planned" ->
                row.set("status", "recontact-scheduled").set("claimed_by", null);
            case "follow-up-reviewed" -> row.set("reviewed", truth(true));
            case "follow-up-closed" -> row.set("status", "closed").set("claimed_by", null);
            default -> {
                // planned, or withdrawn before
            }
        }
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
