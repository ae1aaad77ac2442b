package io.huiyin.complaint.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;

/** A settlement is of one of the profile's types. CMP-38; values {@code cmp.settlement.types}. */
public final class SettlementTypes {

    private static final String KEY = "cmp.settlement.types";

    private SettlementTypes() {}

    public static List<String> types(PolicyValues policies) {
        return policies.names(KEY).names();
    }

    public static boolean isKnown(String type, PolicyValues policies) {
        return types(policies).contains(type);
    }
}
