package io.huiyin.report.views.followups;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.report.incoming.followup.FollowUpFact;
import io.huiyin.report.views.facts.FactVersions;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions of follow-ups. */
final class FollowUpHistory {

    private final FactVersions<UUID, FollowUpFactRow> versions;

    /** What is known so far. */
    FollowUpHistory(Collection<FollowUpFactRow> known) {
        versions = new FactVersions<>(FollowUpFactRow::followUpId, FollowUpFactRow::factId, known);
    }

    /**
     * Takes one more event.
     *
     * @throws IllegalStateException when it speaks of a follow-up that was never planned
     */
    void take(FollowUpFact event, EventEnvelope about) {
        FollowUpFactRow before = versions.now(about.subject());
        if (before != null) {
            versions.change(before, before.after(event, about.occurredAt()), about.sequence(), about.recordedAt());
            return;
        }
        FollowUpFactRow first = FollowUpFactRow.first(event, about);
        if (first == null) {
            throw new IllegalStateException(about.name() + " of a follow-up that is not known");
        }
        versions.begin(first);
    }

    Collection<FollowUpFactRow> changed() {
        return versions.changed();
    }

    @Nullable
    FollowUpFactRow now(UUID followUp) {
        return versions.now(followUp);
    }
}
