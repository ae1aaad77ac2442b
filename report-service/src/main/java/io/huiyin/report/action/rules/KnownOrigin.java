package io.huiyin.report.action.rules;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.report.action.Origin;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Actions from reports, complaints, follow-ups, nonconformities, reviews and surveys are in one register, each with what it came
 * from (RPT-39, X-16).
 */
public final class KnownOrigin {

    /** As requests and events call them. */
    public static final List<String> KINDS =
            List.of("report", "complaint", "follow-up", "nonconformity", "review", "survey");

    /** Those that are kept here or in another service: their ids can be followed. */
    private static final Set<String> KEPT = Set.of("report", "complaint", "follow-up", "nonconformity");

    private KnownOrigin() {}

    /**
     * Looks at what an action came from.
     *
     * @throws InvalidInput naming what cannot be
     */
    public static void check(Origin origin) {
        if (!KINDS.contains(origin.kind())) {
            throw new InvalidInput("/origin/kind", "is none of " + String.join(", ", KINDS));
        }
        String id = origin.id();
        if (id != null && KEPT.contains(origin.kind()) && !isId(id)) {
            throw new InvalidInput("/origin/id", "must be an id as it was answered");
        }
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
