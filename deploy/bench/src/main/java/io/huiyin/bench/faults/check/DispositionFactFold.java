package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;
import java.util.function.Consumer;

/** Dispositions as report-service knows them now. */
final class DispositionFactFold extends Fold {

    private final Rows rows = new Rows();

    DispositionFactFold() {
        super(
                "disposition-facts",
                Service.REPORT,
                "select nonconformity_id || ' ' || disposition_id as key, disposition, quantity, approved, holds, executed, "
                        + "passed, failed, verified from nonconformity_disposition_fact where known_to is null");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        switch (event.type()) {
            case "nonconformity-disposition-proposed" ->
                rows.begin(event.stream() + " " + data.path("dispositionId").asText())
                        .set("disposition", text(data, "/disposition"))
                        .set("quantity", text(data, "/quantity"))
                        .set("approved", truth(false))
                        .set("holds", truth(true))
                        .set("executed", truth(false))
                        .set("passed", 0)
                        .set("failed", 0)
                        .set("verified", truth(false));
            case "nonconformity-disposition-approved" ->
                each(event, data, row -> row.set("approved", truth(true)).set("holds", truth(true)));
            case "nonconformity-disposition-returned" ->
                each(event, data, row -> row.set("approved", truth(false)).set("holds", truth(false)));
            case "nonconformity-disposition-executed" -> one(event, data, row -> row.set("executed", truth(true)));
            case "nonconformity-reinspection-passed" ->
                one(event, data, row -> row.add("passed", 1).set("verified", truth(true)));
            case "nonconformity-reinspection-failed" ->
                one(
                        event,
                        data,
                        row -> row.add("failed", 1).set("holds", truth(false)).set("verified", truth(false)));
            case "nonconformity-disposition-verified" -> one(event, data, row -> row.set("verified", truth(true)));
            default -> {
                // of no disposition
            }
        }
    }

    private void each(EventRow event, JsonNode data, Consumer<Row> change) {
        data.path("dispositionIds").forEach(id -> change.accept(rows.of(event.stream() + " " + id.asText())));
    }

    private void one(EventRow event, JsonNode data, Consumer<Row> change) {
        change.accept(rows.of(event.stream() + " " + data.path("dispositionId").asText()));
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
