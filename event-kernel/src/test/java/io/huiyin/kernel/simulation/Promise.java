package io.huiyin.kernel.simulation;

/** What must hold in every run. */
public enum Promise {
    ALL_IN_THE_LOG("every committed event is in the log, and nothing else"),
    EXACT_REPEATS("an event that is repeated is repeated exactly"),
    IN_ORDER("the log holds each stream in order and without a gap"),
    NO_INVERSION("the order of positions never contradicts the order of a stream"),
    ACKNOWLEDGED_FIRST("the checkpoint is never beyond what the log has acknowledged"),
    ONE_RELAY("only who holds the lease moves the checkpoint"),
    ONE_EFFECT("a view shows the effect of each event exactly once"),
    ONE_REACTION("a policy reacts to each event exactly once"),
    TRUE_WATERMARKS("whatever was recorded up to a stated instant stands at or below the stated positions"),
    NEVER_STUCK("when all is well again, everything arrives");

    private final String sentence;

    Promise(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
