package io.huiyin.complaint.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;

/** The priority follows from the severity: the profile's highest class comes first. CMP-14; {@code cmp.severity.classes}. */
public final class SeverityGivesPriority {

    private SeverityGivesPriority() {}

    /** From 1, the most urgent. */
    public static int of(String severity, PolicyValues policies) {
        List<String> classes = KnownSeverity.classes(policies);
        return classes.size() - classes.indexOf(severity);
    }
}
