package io.huiyin.kernel.notes;

import java.util.List;

/** A note: nothing yet, open or closed. */
public record Note(String number, String text, List<String> lines, List<String> stamps, boolean closed) {

    static final Note NONE = new Note("", "", List.of(), List.of(), false);

    public Note {
        lines = List.copyOf(lines);
        stamps = List.copyOf(stamps);
    }
}
