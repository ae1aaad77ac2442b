package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.util.Map;

/** Versions of a fact follow on each other without a gap, and the last holds (G11): where they do not there is a row, and should be none. */
final class BrokenVersions extends Fold {

    BrokenVersions(String view, String id) {
        super(
                view + " versions",
                Service.REPORT,
                "select v.key || ' ' || v.known_from as key, v.known_to as known_to, v.next as next from ("
                        + "select " + id + "::text as key, known_from, known_to, "
                        + "lead(known_from) over (partition by " + id + " order by known_from) as next from " + view
                        + ") v where v.known_to is distinct from v.next");
    }

    @Override
    void take(EventRow event, JsonNode data) {}

    @Override
    Map<String, Map<String, String>> rows() {
        return Map.of();
    }
}
