package io.huiyin.complaint.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.huiyin.kernel.event.EventJson;

/** Mappings of tests. */
final class Mappings {

    private Mappings() {}

    static ImportMapping of(String json) {
        try {
            return EventJson.strictly().readValue(json, ImportMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A mapping that deduplicates by whole rows, with these fields. */
    static ImportMapping fields(String json) {
        return of("""
                {"sourceSystem": "old-crm", "zone": "America/New_York", "deduplicate": "exact-row", "fields": {%s}}
                """.formatted(json));
    }
}
