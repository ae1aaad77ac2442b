package io.huiyin.kernel.notes;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.EventStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Another service asks for a stamp on a note. */
@Singleton
public class WhenAStampIsAskedThenStamp extends Policy<NoteCommand, Note, NoteEvent> {

    static final String NAME = "when-a-stamp-is-asked-then-stamp";

    private record StampAsked(UUID note, String stamp) {}

    WhenAStampIsAskedThenStamp(Notes notes, EventStore store) {
        super(NAME, Set.of(NoteProjection.MARKS), notes.handler(), Notes.DECIDER, store);
    }

    @Override
    public boolean takes(String eventName) {
        return eventName.equals("mark-stamp-asked");
    }

    @Override
    protected List<Sent<NoteCommand>> react(EventEnvelope event) {
        StampAsked asked = EventJson.read(event.data(), StampAsked.class);
        return List.of(new Sent<>(asked.note(), new NoteCommand.Stamp(asked.stamp())));
    }
}
