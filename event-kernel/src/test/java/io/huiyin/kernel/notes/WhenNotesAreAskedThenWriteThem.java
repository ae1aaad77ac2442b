package io.huiyin.kernel.notes;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.EventStore;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Another service asks for notes: each is written under the next number, and says it. */
@Singleton
public class WhenNotesAreAskedThenWriteThem extends Policy<NoteCommand, Note, NoteEvent> {

    static final String NAME = "when-notes-are-asked-then-write-them";

    private record NotesAsked(List<String> texts) {}

    WhenNotesAreAskedThenWriteThem(Notes notes, EventStore store) {
        super(NAME, Set.of(NoteProjection.MARKS), notes.handler(), Notes.DECIDER, store);
    }

    /** The note that always belongs to a text. */
    public static UUID noteOf(String text) {
        return Ids.derived("note", text);
    }

    @Override
    public boolean takes(String eventName) {
        return eventName.equals("mark-notes-asked");
    }

    @Override
    protected List<Sent<NoteCommand>> react(EventEnvelope event) {
        List<Sent<NoteCommand>> sent = new ArrayList<>();
        for (String text : EventJson.read(event.data(), NotesAsked.class).texts()) {
            String placeholder = Ids.next().toString();
            sent.add(new Sent<>(
                    noteOf(text),
                    new NoteCommand.Write(placeholder, text, 0),
                    new Append.Series("asked-note", "A", 4, placeholder)));
            sent.add(new Sent<>(noteOf(text), new NoteCommand.Cite()));
        }
        return sent;
    }
}
