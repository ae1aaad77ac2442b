package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The complaints that followup-service knows its customers by. */
final class CustomerComplaintFold extends Fold {

    private final Rows rows = new Rows();

    CustomerComplaintFold() {
        super(
                "customer-complaints",
                Service.FOLLOWUP,
                "select complaint_id as key, number, status, customer_key, customer_id from customer_complaint");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        if (event.service() != Service.COMPLAINT) {
            return;
        }
        if (event.type().equals(ComplaintSteps.REGISTERED)) {
            rows.begin(event.stream())
                    .set("number", text(data, "/number"))
                    .set("customer_key", key(data.path("customer")))
                    .set("customer_id", text(data, "/customer/customerId"));
        }
        Row row = rows.get(event.stream());
        @Nullable String status = ComplaintSteps.after(event.type(), data);
        if (row != null && status != null) {
            row.set("status", status);
        }
    }

    /** Whom the poster vouches for is known by that id, another by his phone, else by his e-mail (CMP-11). */
    private static @Nullable String key(JsonNode customer) {
        if (customer.isMissingNode() || customer.isNull()) {
            return null;
        }
        String digits = customer.at("/person/phone").asText("").replaceAll("[^0-9]", "");
        String email = customer.at("/person/email").asText("");
        if (!customer.path("identified").asBoolean() && digits.length() >= 7) {
            return "phone:" + digits;
        }
        return !customer.path("identified").asBoolean() && email.contains("@")
                ? "email:" + email
                : "id:" + customer.path("customerId").asText();
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
