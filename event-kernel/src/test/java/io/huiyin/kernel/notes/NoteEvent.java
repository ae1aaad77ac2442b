package io.huiyin.kernel.notes;

import io.huiyin.kernel.event.EventName;

/** Facts about one note. */
public sealed interface NoteEvent {

    @EventName("note-written")
    record Written(String number, String text) implements NoteEvent {}

    @EventName("note-line-added")
    record LineAdded(String line) implements NoteEvent {}

    @EventName("note-stamped")
    record Stamped(String stamp) implements NoteEvent {}

    @EventName("note-closed")
    record Closed() implements NoteEvent {}

    @EventName("note-reopened")
    record Reopened() implements NoteEvent {}
}
