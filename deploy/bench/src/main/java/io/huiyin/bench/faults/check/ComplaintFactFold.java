package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Complaints as report-service knows them now. */
final class ComplaintFactFold extends Fold {

    private static final String DISPUTED = "disputed";

    private final Rows rows = new Rows();

    ComplaintFactFold() {
        super(
                "complaint-facts",
                Service.REPORT,
                "select complaint_id as key, number, status, channel, severity, cause, liability, liability_cause, department, "
                        + "settlement, timely, disputed, held, reopenings, nonconformities, origin_follow_up_id "
                        + "from complaint_fact where known_to is null");
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
        @Nullable String status = ComplaintSteps.after(event.type(), data);
        if (status != null) {
            row.set("status", status);
        }
        after(row, event.type(), data);
    }

    private void begin(EventRow event, JsonNode data) {
        rows.begin(event.stream())
                .set("number", text(data, "/number"))
                .set("channel", text(data, "/channel"))
                .set("severity", text(data, "/severity"))
                .set("cause", null)
                .set("liability", null)
                .set("liability_cause", null)
                .set("department", null)
                .set("settlement", null)
                .set("timely", "unknown")
                .set(DISPUTED, "unknown")
                .set("held", truth(false))
                .set("reopenings", 0)
                .set("nonconformities", 0)
                .set("origin_follow_up_id", text(data, "/originFollowUpId"));
    }

    private static void after(Row row, String type, JsonNode data) {
        switch (type) {
            case "complaint-clarified" ->
                row.replace("channel", data.path("channel")).replace("severity", data.path("severity"));
            case "complaint-classified" ->
                row.replace("severity", data.path("severity")).replace("cause", data.path("causeClass"));
            case "complaint-liability-determined" -> liable(row, data);
            case "complaint-settlement-proposed" -> row.set("settlement", text(data, "/type"));
            case "complaint-customer-accepted" -> row.set(DISPUTED, row.is(DISPUTED, "yes") ? "yes" : "no");
            case "complaint-customer-rejected" -> row.set(DISPUTED, "yes");
            case "complaint-held" -> row.set("held", truth(true));
            case "complaint-resumed", "complaint-declined" -> row.set("held", truth(false));
            case "complaint-closed" -> {
                row.set("held", truth(false))
                        .replace("timely", data.path("timely"))
                        .replace(DISPUTED, data.path(DISPUTED))
                        .replace("severity", data.path("severity"));
                if (data.hasNonNull("liability")) {
                    liable(row, data.path("liability"));
                }
            }
            case "complaint-reopened" -> row.set("timely", "unknown").add("reopenings", 1);
            case "complaint-nonconformity-noted" -> row.add("nonconformities", 1);
            default -> {
                // nothing that is reported on
            }
        }
    }

    private static void liable(Row row, JsonNode data) {
        row.set("liability", text(data, "/party"))
                .set("liability_cause", text(data, "/cause"))
                .set("department", text(data, "/department"));
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
