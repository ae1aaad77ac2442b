package io.huiyin.nonconformity;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Events of one nonconformity as they are recorded, for the tests of views. */
public final class Envelopes {

    public static final UUID ID = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000021");

    private static final EventNames<NonconformityEvent> NAMES = EventNames.of(NonconformityEvent.class);

    private Envelopes() {}

    public static List<EventEnvelope> of(NonconformityEvent... events) {
        List<EventEnvelope> envelopes = new ArrayList<>();
        for (NonconformityEvent event : events) {
            int sequence = envelopes.size() + 1;
            envelopes.add(new EventEnvelope(
                    new UUID(0, sequence),
                    NAMES.nameOf(event),
                    NAMES.versionOf(event),
                    "/nonconformity-service",
                    "nonconformity",
                    ID,
                    sequence,
                    Sheets.NOW,
                    Sheets.NOW,
                    new ActorName("zhao", "赵", "quality"),
                    "test",
                    null,
                    null,
                    new Position(1, sequence, sequence),
                    EventJson.write(event)));
        }
        return envelopes;
    }
}
