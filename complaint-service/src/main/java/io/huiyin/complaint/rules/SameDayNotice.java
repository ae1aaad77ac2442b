package io.huiyin.complaint.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import java.time.ZoneId;

/** What a follow-up finds is passed to the head of the responsible department on the same day. FUP-44; {@code business.zone}. */
public final class SameDayNotice {

    private static final String ZONE = "business.zone";

    private SameDayNotice() {}

    /** The end of the day something was found on. */
    public static Instant dueAt(Instant foundAt, PolicyValues policies) {
        ZoneId zone = policies.zone(ZONE);
        return foundAt.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }
}
