package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;

/** A severity is one of the profile's classes. NCR-06; values {@code ncr.severity}. */
public final class KnownSeverity {

    private static final String KEY = "ncr.severity";

    private KnownSeverity() {}

    public static List<String> classes(PolicyValues policies) {
        return policies.names(KEY).names();
    }

    public static boolean isKnown(String severity, PolicyValues policies) {
        return classes(policies).contains(severity);
    }
}
