package io.huiyin.embedded;

/** Something the person at the keyboard can put right; its message is what to tell him. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String message;
    private final int exitCode;

    public UserError(String message) {
        this(message, 1);
    }

    private UserError(String message, int exitCode) {
        super(message);
        this.message = message;
        this.exitCode = exitCode;
    }

    /** A command line that reads well but says what cannot be. */
    static UserError ofArgument(String message) {
        return new UserError(message, 2);
    }

    @Override
    public String getMessage() {
        return message;
    }

    int exitCode() {
        return exitCode;
    }
}
