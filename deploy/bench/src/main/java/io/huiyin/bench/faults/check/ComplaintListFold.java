package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of complaints. */
final class ComplaintListFold extends Fold {

    private final Rows rows = new Rows();

    ComplaintListFold() {
        super(
                "complaint-list",
                Service.COMPLAINT,
                "select id as key, number, version, status, channel, severity, category, issue, product, customer_id, "
                        + "customer_name, source_reference, held, origin_follow_up_id from complaint_list");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        if (event.service() != Service.COMPLAINT) {
            return;
        }
        if (event.type().equals(ComplaintSteps.REGISTERED)) {
            begin(event, data);
        }
        Row row = rows.get(event.stream());
        if (row == null) {
            return;
        }
        row.set("version", event.version());
        @Nullable String status = ComplaintSteps.after(event.type(), data);
        if (status != null) {
            row.set("status", status);
        }
        switch (event.type()) {
            case "complaint-classified" ->
                row.replace("severity", data.path("severity")).replace("issue", data.path("issue"));
            case "complaint-clarified" -> clarified(row, data);
            case "complaint-held" -> row.set("held", truth(true));
            case "complaint-resumed", "complaint-closed", "complaint-declined" -> row.set("held", truth(false));
            default -> {
                // only its version moves, and its status where that does
            }
        }
    }

    private void begin(EventRow event, JsonNode data) {
        rows.begin(event.stream())
                .set("number", text(data, "/number"))
                .set("version", 1)
                .set("status", text(data, "/status"))
                .set("channel", text(data, "/channel"))
                .set("severity", text(data, "/severity"))
                .set("category", text(data, "/category"))
                .set("issue", text(data, "/issue"))
                .set("product", product(data))
                .set("customer_id", text(data, "/customer/customerId"))
                .set("customer_name", text(data, "/customer/person/name"))
                .set("source_reference", text(data, "/source/reference"))
                .set("held", truth(false))
                .set("origin_follow_up_id", text(data, "/originFollowUpId"));
    }

    private static @Nullable String product(JsonNode data) {
        String name = text(data, "/product/name");
        return name == null ? text(data, "/product/model") : name;
    }

    private static void clarified(Row row, JsonNode data) {
        row.replace("channel", data.path("channel"))
                .replace("severity", data.path("severity"))
                .replace("category", data.path("category"))
                .replace("issue", data.path("issue"));
        if (data.hasNonNull("product")) {
            row.set("product", product(data));
        }
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
