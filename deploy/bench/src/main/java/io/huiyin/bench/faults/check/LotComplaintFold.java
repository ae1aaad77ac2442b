package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The complaints that nonconformity-service knows lots by; only whether they are accepted, declined, closed matters to it. */
final class LotComplaintFold extends Fold {

    private static final Set<String> COARSE = Set.of(
            ComplaintSteps.REGISTERED,
            "complaint-clarification-asked",
            "complaint-clarified",
            "complaint-accepted",
            "complaint-declined",
            "complaint-closed",
            "complaint-reopened");

    private final Rows rows = new Rows();

    LotComplaintFold() {
        super(
                "lot-complaints",
                Service.NONCONFORMITY,
                "select complaint_id as key, number, status, lot_key, serial_key from lot_complaint");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        if (event.service() != Service.COMPLAINT) {
            return;
        }
        if (event.type().equals(ComplaintSteps.REGISTERED)) {
            rows.begin(event.stream())
                    .set("number", text(data, "/number"))
                    .set("lot_key", key("lot:", text(data, "/product/lot")))
                    .set("serial_key", key("serial:", text(data, "/product/serialNumber")));
        }
        Row row = rows.get(event.stream());
        if (row != null && COARSE.contains(event.type())) {
            row.set("status", ComplaintSteps.after(event.type(), data));
        }
    }

    private static @Nullable String key(String kind, @Nullable String named) {
        return named == null || named.isBlank() ? null : kind + named.strip();
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
