package io.huiyin.kernel.notes;

import io.huiyin.kernel.event.EventName;

/** What the list takes from both logs. */
sealed interface NoteFact {

    @EventName("note-written")
    record Written(String number, String text) implements NoteFact {}

    @EventName("note-line-added")
    record LineAdded(String line) implements NoteFact {}

    @EventName("note-stamped")
    record Stamped(String stamp) implements NoteFact {}

    /** From another service's log. */
    @EventName("mark-given")
    record MarkGiven(int weight) implements NoteFact {}
}
