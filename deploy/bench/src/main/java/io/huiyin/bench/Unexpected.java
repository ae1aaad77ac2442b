package io.huiyin.bench;

/** Something went otherwise than promised; the message holds what was asked and what was answered. */
public final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String message;

    public Unexpected(String message) {
        super(message);
        this.message = message;
    }

    public Unexpected(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
