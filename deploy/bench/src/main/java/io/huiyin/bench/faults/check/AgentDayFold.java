package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.EventRow;
import java.time.ZoneId;
import java.util.Map;

/** What each agent did on each day: pure counts, in which anything taken twice or not at all shows for good. */
final class AgentDayFold extends Fold {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Rows rows = new Rows();

    AgentDayFold() {
        super(
                "agent-days",
                Service.FOLLOWUP,
                "select d.key, sum((h->>'claims')::int) as claims, sum((h->>'attempts')::int) as attempts, "
                        + "sum((h->>'reached')::int) as reached, sum((h->>'recorded')::int) as recorded, "
                        + "sum((h->>'dissatisfied')::int) as dissatisfied from agent_day d "
                        + "cross join lateral json_array_elements(d.hours::json->'list') h group by d.key");
    }

    @Override
    void take(EventRow event, JsonNode data) {
        switch (event.type()) {
            case "follow-up-claimed" -> day(event, data).add("claims", 1);
            case "follow-up-attempted" ->
                day(event, data)
                        .add("attempts", 1)
                        .add("reached", data.path("outcome").asText().equals("reached") ? 1 : 0);
            case "follow-up-recorded" ->
                day(event, data)
                        .add("recorded", 1)
                        .add("dissatisfied", data.path("dissatisfied").asBoolean() ? 1 : 0);
            default -> {
                // no work of an agent's
            }
        }
    }

    private Row day(EventRow event, JsonNode data) {
        Row row = rows.of(data.path("agent").asText() + "|"
                + event.occurredAt().atZone(ZONE).toLocalDate());
        if (row.columns().isEmpty()) {
            row.set("claims", 0)
                    .set("attempts", 0)
                    .set("reached", 0)
                    .set("recorded", 0)
                    .set("dissatisfied", 0);
        }
        return row;
    }

    @Override
    Map<String, Map<String, String>> rows() {
        return rows.columns();
    }
}
