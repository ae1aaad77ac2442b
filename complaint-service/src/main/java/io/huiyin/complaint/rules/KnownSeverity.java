package io.huiyin.complaint.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;

/** A severity is one of the profile's classes. CMP-13; values {@code cmp.severity.classes}. */
public final class KnownSeverity {

    private static final String KEY = "cmp.severity.classes";

    private KnownSeverity() {}

    public static List<String> classes(PolicyValues policies) {
        return policies.names(KEY).names();
    }

    public static boolean isKnown(String severity, PolicyValues policies) {
        return classes(policies).contains(severity);
    }
}
