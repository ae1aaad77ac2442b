package io.huiyin.followup.task;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.EventNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A log of follow-up events in memory, for views. */
public final class Log {

    private static final EventNames<FollowUpEvent> NAMES = EventNames.of(FollowUpEvent.class);

    private final List<EventEnvelope> events = new ArrayList<>();
    private final Map<UUID, Integer> versions = new HashMap<>();

    public Log add(UUID followUp, FollowUpEvent... happened) {
        return at(Tasks.NOW, followUp, happened);
    }

    public Log at(Instant when, UUID followUp, FollowUpEvent... happened) {
        for (FollowUpEvent event : happened) {
            events.add(Tasks.event(
                    "/followup-service",
                    "follow-up",
                    followUp,
                    versions.merge(followUp, 1, Integer::sum),
                    NAMES.nameOf(event),
                    EventJson.write(event),
                    when));
        }
        return this;
    }

    public List<EventEnvelope> events() {
        return events;
    }
}
