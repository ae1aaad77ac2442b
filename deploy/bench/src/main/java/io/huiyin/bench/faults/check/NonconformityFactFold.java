package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nonconformities as report-service knows them now. */
final class NonconformityFactFold extends Fold {

    private final Rows rows = new Rows();

    NonconformityFactFold() {
        super(
                "nonconformity-facts",
                Service.REPORT,
                "select nonconformity_id as key, number, severity, lot, complaint_id, items, status, "
                        + "ended_at is not null as ended from nonconformity_fact where known_to is null");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        if (event.type().equals("nonconformity-reported")) {
            rows.begin(event.stream())
                    .set("number", text(data, "/number"))
                    .set("severity", text(data, "/severity"))
                    .set("lot", text(data, "/product/lot"))
                    .set("complaint_id", text(data, "/complaintId"))
                    .set("items", data.at("/product/quantity").asLong());
        }
        Row row = rows.get(event.stream());
        if (row == null || event.service() != Service.NONCONFORMITY) {
            return;
        }
        if (event.type().equals("nonconformity-classified")) {
            row.replace("severity", data.path("severity"));
        }
        @Nullable String status = after(event.type(), data);
        if (status != null) {
            row.set("status", status).set("ended", truth(status.equals("closed") || status.equals("cleared")));
        }
    }

    private static @Nullable String after(String type, JsonNode data) {
        return switch (type) {
            case "nonconformity-reported" -> "reported";
            case "nonconformity-segregated" -> "segregated";
            case "nonconformity-confirmed" -> "confirmed";
            case "nonconformity-cleared" -> "cleared";
            case "nonconformity-classified" -> "classified";
            case "nonconformity-review-convened",
                    "nonconformity-disposition-returned",
                    "nonconformity-reinspection-failed" -> "under-review";
            case "nonconformity-disposition-proposed" -> "disposition-proposed";
            case "nonconformity-disposition-approved" -> "disposition-approved";
            case "nonconformity-disposition-executed" ->
                data.path("reinspection").asBoolean() ? "reinspection" : "executed";
            case "nonconformity-verified" -> "verified";
            case "nonconformity-closed" -> "closed";
            default -> null;
        };
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
