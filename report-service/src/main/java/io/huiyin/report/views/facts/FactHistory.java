package io.huiyin.report.views.facts;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.report.incoming.complaint.ComplaintFact;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions of complaints: each change closes what was known before and opens what is known from then on. */
final class FactHistory {

    private final Map<UUID, ComplaintFactRow> current = new HashMap<>();
    private final Map<String, ComplaintFactRow> changed = new LinkedHashMap<>();

    /** What is known so far. */
    FactHistory(Collection<ComplaintFactRow> known) {
        known.forEach(row -> current.put(row.complaintId(), row));
    }

    /**
     * Takes one more event.
     *
     * @throws IllegalStateException when it speaks of a complaint that was never filed
     */
    void take(ComplaintFact event, EventEnvelope about) {
        ComplaintFactRow before = current.get(about.subject());
        if (before == null) {
            ComplaintFactRow first =
                    ComplaintFactRow.first(event, about.subject(), about.sequence(), about.recordedAt());
            if (first == null) {
                throw new IllegalStateException(about.name() + " of a complaint that is not known");
            }
            put(first);
            return;
        }
        ComplaintFactRow after = before.after(event);
        if (!about.recordedAt().isAfter(before.knownFrom())) {
            put(after.including(about.sequence()));
        } else if (!after.equals(before)) {
            put(before.knownUntil(about.recordedAt()));
            put(after.knownSince(about.sequence(), about.recordedAt()));
        }
    }

    private void put(ComplaintFactRow row) {
        changed.put(row.factId(), row);
        current.put(row.complaintId(), row);
    }

    /** Every version that is new or was closed. */
    Collection<ComplaintFactRow> changed() {
        return changed.values();
    }

    /** What is known of a complaint now. */
    @Nullable
    ComplaintFactRow now(UUID complaint) {
        return current.get(complaint);
    }
}
