package io.huiyin.report.action.views.register;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.report.action.ImprovementActionEvent;
import io.huiyin.report.action.ImprovementActionEvent.Proposed;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions of actions: each event closes what was known before and opens what is known from then on. */
final class ActionVersions {

    private final Map<UUID, ActionRow> current = new HashMap<>();
    private final Map<String, ActionRow> changed = new LinkedHashMap<>();

    /** What is known so far. */
    ActionVersions(Collection<ActionRow> known) {
        known.forEach(row -> current.put(row.actionId(), row));
    }

    /**
     * Takes one more event.
     *
     * @throws IllegalStateException when it speaks of an action that was never proposed
     */
    void take(ImprovementActionEvent event, EventEnvelope about) {
        ActionRow before = current.get(about.subject());
        if (before != null) {
            put(before.knownUntil(about.recordedAt()));
            put(before.after(event, about));
        } else if (event instanceof Proposed proposed) {
            put(ActionRow.first(proposed, about));
        } else {
            throw new IllegalStateException(about.name() + " of an action that is not known");
        }
    }

    private void put(ActionRow row) {
        changed.put(row.versionId(), row);
        current.put(row.actionId(), row);
    }

    /** Every version that is new or was closed. */
    Collection<ActionRow> changed() {
        return changed.values();
    }

    /** What is known of an action now. */
    @Nullable
    ActionRow now(UUID action) {
        return current.get(action);
    }
}
