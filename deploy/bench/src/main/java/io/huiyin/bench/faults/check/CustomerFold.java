package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;

/** How many complaints each customer has, and how many of them are open. */
final class CustomerFold extends Fold {

    private final CustomerComplaintFold complaints = new CustomerComplaintFold();

    CustomerFold() {
        super("customers", Service.FOLLOWUP, "select key, complaint_count, open_count from customer");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        complaints.take(event, data);
    }

    @Override
    Map<String, Map<String, String>> rows() {
        Rows customers = new Rows();
        complaints.rows().values().forEach(complaint -> {
            String key = String.valueOf(complaint.get("customer_key"));
            if (!key.equals("null")) {
                Row customer = customers.of(key);
                if (customer.columns().isEmpty()) {
                    customer.set("complaint_count", 0).set("open_count", 0);
                }
                boolean ended = ComplaintSteps.hasEnded(String.valueOf(complaint.get("status")));
                customer.add("complaint_count", 1).add("open_count", ended ? 0 : 1);
            }
        });
        return customers.columns();
    }
}
