package io.huiyin.complaint.rules;

import java.util.List;

/**
 * A complaint may come by any of the named channels, and its channel is stored so that it can be counted. CMP-01.
 */
public final class KnownChannel {

    /** By their names on the wire. */
    public static final List<String> ALL = List.of(
            "phone",
            "email",
            "letter",
            "fax",
            "web",
            "social",
            "visit",
            "box",
            "service-sheet",
            "survey",
            "technician",
            "agent",
            "supplier",
            "referral",
            "follow-up",
            "internal");

    private KnownChannel() {}

    public static boolean isKnown(String channel) {
        return ALL.contains(channel);
    }
}
