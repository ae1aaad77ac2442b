package io.huiyin.followup.task.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import java.time.LocalDate;

/** A record is written on the day the customer was reached; one that comes later is taken, and says so. FUP-35. */
public final class SameDayRecord {

    private SameDayRecord() {}

    /** The local day of an instant. */
    public static LocalDate day(Instant at, PolicyValues policies) {
        return at.atZone(policies.zone("business.zone")).toLocalDate();
    }

    public static boolean isKept(LocalDate contactedOn, LocalDate recordedOn) {
        return recordedOn.equals(contactedOn);
    }
}
