package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.List;
import java.util.Map;

/** How many complaints name each lot and serial number: those that stand, the open ones of them, and apart the declined ones. */
final class LotFold extends Fold {

    private final LotComplaintFold complaints = new LotComplaintFold();

    LotFold() {
        super("lots", Service.NONCONFORMITY, "select key, complaint_count, open_count, declined_count from lot");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        complaints.take(event, data);
    }

    @Override
    Map<String, Map<String, String>> rows() {
        Rows lots = new Rows();
        complaints.rows().values().forEach(complaint -> {
            for (String named : List.of("lot_key", "serial_key")) {
                String key = String.valueOf(complaint.get(named));
                if (!key.equals("null")) {
                    count(lots.of(key), String.valueOf(complaint.get("status")));
                }
            }
        });
        return lots.columns();
    }

    private static void count(Row lot, String status) {
        if (lot.columns().isEmpty()) {
            lot.set("complaint_count", 0).set("open_count", 0).set("declined_count", 0);
        }
        if (status.equals("declined")) {
            lot.add("declined_count", 1);
        } else {
            lot.add("complaint_count", 1).add("open_count", ComplaintSteps.hasEnded(status) ? 0 : 1);
        }
    }
}
