package io.huiyin.kernel.notes;

import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.command.Creation;
import io.huiyin.kernel.command.Fingerprint;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handles commands to notes. */
@ApplicationScoped
public class Notes {

    static final String TOPIC = "note-events";
    static final String PATH = "/v1/notes";
    static final String SERIES = "note";
    static final NoteDecider DECIDER = new NoteDecider();

    private final CommandHandler<NoteCommand, Note, NoteEvent> handler;

    Notes(EventStore store, BusinessClock clock, PoliciesInForce policies) {
        this.handler = new CommandHandler<>(
                new CommandHandler.Aggregate<>("note", TOPIC, PATH, DECIDER, EventNames.of(NoteEvent.class), Shown::of),
                store,
                clock,
                policies);
    }

    /** A note as it is answered. */
    public record Shown(
            UUID id, String number, String text, List<String> lines, List<String> stamps, boolean closed, int version) {

        static Shown of(UUID id, Note note, int version) {
            return new Shown(id, note.number(), note.text(), note.lines(), note.stamps(), note.closed(), version);
        }
    }

    Uni<Answer> write(String text, int lines, @Nullable String reference, CommandRequest request) {
        String placeholder = Ids.next().toString();
        Append.NaturalKey natural =
                reference == null ? null : new Append.NaturalKey("note:test", reference, Fingerprint.of(text));
        return handler.create(
                Ids.next(),
                new NoteCommand.Write(placeholder, text, lines),
                request,
                new Creation(natural, new Append.Series(SERIES, "N", 6, placeholder)));
    }

    CommandHandler<NoteCommand, Note, NoteEvent> handler() {
        return handler;
    }
}
