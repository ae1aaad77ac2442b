package io.huiyin.followup.task;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a follow-up stands (RULEBOOK §4.7); who holds it is said apart. */
public enum FollowUpStatus {
    /** Nobody has tried yet. */
    SCHEDULED,
    /** The customer was not reached, or not at a good time. */
    RESCHEDULED,
    /** The customer was reached; his record is still to be written. */
    CONTACTED,
    /** The customer is satisfied; a supervisor is to look at it. */
    RECORDED,
    /** The customer is not satisfied; a complaint is under way. */
    ISSUE_OPEN,
    /** That complaint has been handled; the next contact asks again. */
    RECONTACT_SCHEDULED,
    /** This contact or a later one confirmed that the matter is settled. */
    CLOSED,
    /** Nobody is to be asked. */
    WAIVED,
    /** The customer refused, or could not be reached. */
    UNCONFIRMED;

    /** Those in which the customer is still to be asked. */
    public static final List<String> AWAITING = Arrays.stream(values())
            .filter(FollowUpStatus::awaitsContact)
            .map(FollowUpStatus::wire)
            .toList();

    /** Its name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the customer is still to be asked. */
    public boolean awaitsContact() {
        return switch (this) {
            case SCHEDULED, RESCHEDULED, CONTACTED -> true;
            case RECORDED, ISSUE_OPEN, RECONTACT_SCHEDULED, CLOSED, WAIVED, UNCONFIRMED -> false;
        };
    }

    public static FollowUpStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** All names on the wire. */
    public static List<String> all() {
        return Arrays.stream(values()).map(FollowUpStatus::wire).toList();
    }
}
