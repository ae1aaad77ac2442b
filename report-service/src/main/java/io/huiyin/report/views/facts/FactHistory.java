package io.huiyin.report.views.facts;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.report.incoming.complaint.ComplaintFact;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions of complaints. */
final class FactHistory {

    private final FactVersions<UUID, ComplaintFactRow> versions;

    /** What is known so far. */
    FactHistory(Collection<ComplaintFactRow> known) {
        versions = new FactVersions<>(ComplaintFactRow::complaintId, ComplaintFactRow::factId, known);
    }

    /**
     * Takes one more event.
     *
     * @throws IllegalStateException when it speaks of a complaint that was never filed
     */
    void take(ComplaintFact event, EventEnvelope about) {
        ComplaintFactRow before = versions.now(about.subject());
        if (before != null) {
            versions.change(before, before.after(event, about.occurredAt()), about.sequence(), about.recordedAt());
            return;
        }
        ComplaintFactRow first = ComplaintFactRow.first(event, about.subject(), about.sequence(), about.recordedAt());
        if (first == null) {
            throw new IllegalStateException(about.name() + " of a complaint that is not known");
        }
        versions.begin(first);
    }

    /** Every version that is new or was closed. */
    Collection<ComplaintFactRow> changed() {
        return versions.changed();
    }

    /** What is known of a complaint now. */
    @Nullable
    ComplaintFactRow now(UUID complaint) {
        return versions.now(complaint);
    }
}
