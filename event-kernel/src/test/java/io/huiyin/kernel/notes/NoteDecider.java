package io.huiyin.kernel.notes;

import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.decide.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All there is to decide about notes. */
final class NoteDecider implements Decider<NoteCommand, Note, NoteEvent> {

    @Override
    public Note initial() {
        return Note.NONE;
    }

    @Override
    public List<NoteEvent> decide(NoteCommand command, Note note, Context context) {
        return switch (command) {
            case NoteCommand.Write c -> note.number().isEmpty() ? written(c) : List.of();
            case NoteCommand.AddLine c -> onOpen(note, new NoteEvent.LineAdded(c.line()));
            case NoteCommand.Cite c -> onOpen(note, new NoteEvent.LineAdded("I am " + note.number()));
            case NoteCommand.Stamp c -> onOpen(note, new NoteEvent.Stamped(c.stamp()));
            case NoteCommand.Reopen c -> note.closed() ? List.of(new NoteEvent.Reopened()) : List.of();
            case NoteCommand.Close c -> note.closed() ? List.of() : List.of(new NoteEvent.Closed());
        };
    }

    private static List<NoteEvent> written(NoteCommand.Write command) {
        List<NoteEvent> events = new ArrayList<>();
        events.add(new NoteEvent.Written(command.number(), command.text()));
        for (int line = 1; line <= command.lines(); line++) {
            events.add(new NoteEvent.LineAdded("line " + line));
        }
        return events;
    }

    private static List<NoteEvent> onOpen(Note note, NoteEvent event) {
        if (note.closed()) {
            throw new Refused(NoteRefusal.CLOSED);
        }
        return List.of(event);
    }

    @Override
    public Note evolve(Note note, NoteEvent event) {
        return switch (event) {
            case NoteEvent.Written e -> new Note(e.number(), e.text(), note.lines(), note.stamps(), false);
            case NoteEvent.LineAdded e ->
                new Note(note.number(), note.text(), plus(note.lines(), e.line()), note.stamps(), note.closed());
            case NoteEvent.Stamped e ->
                new Note(note.number(), note.text(), note.lines(), plus(note.stamps(), e.stamp()), note.closed());
            case NoteEvent.Reopened e -> new Note(note.number(), note.text(), note.lines(), note.stamps(), false);
            case NoteEvent.Closed e -> new Note(note.number(), note.text(), note.lines(), note.stamps(), true);
        };
    }

    private static List<String> plus(List<String> texts, String text) {
        return Stream.concat(texts.stream(), Stream.of(text)).toList();
    }
}
