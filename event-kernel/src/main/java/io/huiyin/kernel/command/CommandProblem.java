package io.huiyin.kernel.command;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a command was not even decided. Each case has its own HTTP status. */
public sealed class CommandProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private CommandProblem(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }

    /** 404. */
    public static final class NotFound extends CommandProblem {
        private static final long serialVersionUID = 1L;
        private final String aggregate;

        public NotFound(String aggregate, Object id) {
            super(aggregate + " " + id, null);
            this.aggregate = aggregate;
        }

        public String aggregate() {
            return aggregate;
        }
    }

    /** 412: the caller's If-Match names another version. */
    public static final class Stale extends CommandProblem {
        private static final long serialVersionUID = 1L;
        private final int current;

        public Stale(int current) {
            super("the current version is " + current, null);
            this.current = current;
        }

        public int current() {
            return current;
        }
    }

    /** 422: the Idempotency-Key was used for another request. */
    public static final class KeyReused extends CommandProblem {
        private static final long serialVersionUID = 1L;

        public KeyReused(String key) {
            super(key, null);
        }
    }

    /** 409: the natural key belongs to a case with other content. */
    public static final class AlreadyFiled extends CommandProblem {
        private static final long serialVersionUID = 1L;
        private final String aggregate;
        private final String location;

        public AlreadyFiled(String aggregate, String location, UUID id) {
            super(id.toString(), null);
            this.aggregate = aggregate;
            this.location = location;
        }

        public String aggregate() {
            return aggregate;
        }

        public String location() {
            return location;
        }
    }

    /** 503 with Retry-After: try the same request again. */
    public static final class Busy extends CommandProblem {
        private static final long serialVersionUID = 1L;

        public Busy(String message) {
            super(message, null);
        }
    }
}
