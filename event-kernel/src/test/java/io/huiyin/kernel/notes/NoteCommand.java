package io.huiyin.kernel.notes;

/** What can be asked of a note. */
public sealed interface NoteCommand {

    record Write(String number, String text, int lines) implements NoteCommand {}

    record AddLine(String line) implements NoteCommand {}

    /** Adds a line that says its number. */
    record Cite() implements NoteCommand {}

    record Stamp(String stamp) implements NoteCommand {}

    record Close() implements NoteCommand {}

    record Reopen() implements NoteCommand {}
}
