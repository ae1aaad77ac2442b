package io.huiyin.kernel.simulation;

/** A promise that was not kept. */
public final class Violation extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final Promise promise;

    Violation(Promise promise, String how) {
        super(promise + ": " + promise.sentence() + ", but " + how);
        this.promise = promise;
    }

    Promise promise() {
        return promise;
    }
}
