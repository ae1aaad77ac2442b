package io.huiyin.kernel.notes;

import io.huiyin.kernel.decide.Refusal;
import org.jspecify.annotations.Nullable;

/** Every reason a note says no. */
public enum NoteRefusal implements Refusal {
    CLOSED;

    @Override
    public String slug() {
        return "note-closed";
    }

    @Override
    public @Nullable String rule() {
        return "X-00";
    }

    @Override
    public String english() {
        return "The note is closed.";
    }

    @Override
    public String chinese() {
        return "便笺已关闭。";
    }
}
