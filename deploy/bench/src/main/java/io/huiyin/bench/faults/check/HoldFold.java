package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which nonconformity holds which lots and serial numbers (NCR-08). */
final class HoldFold extends Fold {

    private final Map<String, List<String>> held = new TreeMap<>();

    HoldFold() {
        super("holds", Service.NONCONFORMITY, "select nonconformity_id || ' ' || key as key, 'held' as held from hold");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        switch (event.type()) {
            case "nonconformity-segregated" -> {
                List<String> keys = new ArrayList<>();
                if (!data.path("lot").asText("").isBlank()) {
                    keys.add("lot:" + data.path("lot").asText().strip());
                }
                data.path("serialNumbers")
                        .forEach(serial -> keys.add("serial:" + serial.asText().strip()));
                held.put(event.stream(), keys);
            }
            case "nonconformity-cleared", "nonconformity-closed" -> held.remove(event.stream());
            default -> {
                // neither begins nor ends a hold
            }
        }
    }

    @Override
    Map<String, Map<String, String>> rows() {
        Rows rows = new Rows();
        held.forEach((nonconformity, keys) ->
                keys.forEach(key -> rows.begin(nonconformity + " " + key).set("held", "held")));
        return rows.columns();
    }
}
