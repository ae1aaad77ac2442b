package io.huiyin.kernel.relay;

/** The relay must not run as things stand; a person has to look. */
final class RelayRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RelayRefused(String message) {
        super(message, null, false, false);
    }
}
