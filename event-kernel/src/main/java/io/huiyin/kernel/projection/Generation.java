package io.huiyin.kernel.projection;

/** One filling of a view. Exactly one generation serves; another may be building beside it (G8). */
public record Generation(String view, int number, int revision, State state, boolean paused) {

    /** Where a generation stands. */
    public enum State {
        BUILDING,
        SERVING,
        RETIRED
    }
}
