package io.huiyin.kernel.projection;

/** Somebody else has moved on meanwhile; the transaction is rolled back. */
final class Fenced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Fenced() {
        super("somebody else has moved on", null, false, false);
    }
}
