package io.huiyin.followup.task.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who follows up is chosen by the complaint's severity, {@code fup.assignee.bySeverity}; where it is unknown the lowest role does.
 * FUP-09.
 */
public final class AssigneeBySeverity {

    private static final String KEY = "fup.assignee.bySeverity";

    private AssigneeBySeverity() {}

    public static String role(@Nullable String severity, PolicyValues policies) {
        return policies.byName(KEY)
                .names()
                .getOrDefault(severity == null ? "" : severity, HigherRoleMayTakeOver.RANKS.getFirst());
    }

    /** The severities of the profile, the lowest first. */
    public static List<String> severities(PolicyValues policies) {
        return policies.byName(KEY).names().entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByValue(HigherRoleMayTakeOver.BY_RANK)
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
