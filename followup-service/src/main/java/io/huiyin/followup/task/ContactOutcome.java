package io.huiyin.followup.task;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of trying to reach a customer. */
public enum ContactOutcome {
    REACHED,
    NO_ANSWER,
    BUSY,
    WRONG_NUMBER,
    /** He answered and asked for another time. */
    INCONVENIENT,
    /** He does not want to be asked. */
    REFUSED;

    /** Its name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nobody answered. */
    public boolean isUnanswered() {
        return switch (this) {
            case NO_ANSWER, BUSY, WRONG_NUMBER -> true;
            case REACHED, INCONVENIENT, REFUSED -> false;
        };
    }

    /** Whether he is to be tried again another time. */
    public boolean isPutOff() {
        return isUnanswered() || this == INCONVENIENT;
    }

    /** By its name on the wire; null when there is none. */
    public static @Nullable ContactOutcome find(String wire) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wire().equals(wire))
                .findFirst()
                .orElse(null);
    }

    /** All names on the wire. */
    public static List<String> all() {
        return Arrays.stream(values()).map(ContactOutcome::wire).toList();
    }
}
