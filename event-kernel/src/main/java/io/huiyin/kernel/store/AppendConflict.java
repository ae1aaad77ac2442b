package io.huiyin.kernel.store;

/** Somebody was first; nothing was written. */
public final class AppendConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What was taken. */
    public enum Kind {
        /** The Idempotency-Key. */
        KEY,
        /** The natural key. */
        NATURAL_KEY,
        /** The next place in a stream. */
        VERSION,
        /** Nothing: a predecessor was written by a younger transaction; another attempt will do. */
        INVERSION,
        /** Unknown: a concurrent twin did not end in time. */
        WAITED
    }

    private final Kind kind;

    AppendConflict(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
