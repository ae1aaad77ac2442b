package io.huiyin.kernel.notes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A note in the list; its sums tell whether anything was counted twice. */
record NoteRow(
        UUID id,
        String number,
        String text,
        int lines,
        List<String> stamps,
        long marks,
        int version,
        Instant recordedAt) {}
