package io.huiyin.complaint.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;

/** A cause class is one of the profile's. CMP-12; values {@code cmp.causeClasses}. */
public final class KnownCauseClass {

    private static final String KEY = "cmp.causeClasses";

    private KnownCauseClass() {}

    public static List<String> classes(PolicyValues policies) {
        return policies.names(KEY).names();
    }

    public static boolean isKnown(String causeClass, PolicyValues policies) {
        return classes(policies).contains(causeClass);
    }
}
