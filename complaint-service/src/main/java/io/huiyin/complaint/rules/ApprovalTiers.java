package io.huiyin.complaint.rules;

import io.huiyin.complaint.Money;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount is approved by the tier that holds it; the lower of the tier's bound and the approver's own limit counts. CMP-39; §11
 * no. 6; values {@code cmp.approval.tiers}.
 */
public final class ApprovalTiers {

    private static final String KEY = "cmp.approval.tiers";

    private ApprovalTiers() {}

    /** The roles that have a tier, from the lowest. */
    public static List<String> roles(PolicyValues policies) {
        return tiers(policies).tiers().stream().map(PolicyValue.Tier::role).toList();
    }

    /** The role at the top. */
    public static String top(PolicyValues policies) {
        return roles(policies).getLast();
    }

    /** What amounts are counted in. */
    public static String currency(PolicyValues policies) {
        return tiers(policies).currency();
    }

    /** The role an amount belongs to; without an amount the lowest. */
    public static String holding(@Nullable Money amount, PolicyValues policies) {
        PolicyValue.Tiers tiers = tiers(policies);
        return tiers.tiers()
                .get(amount == null ? 0 : tiers.placeOf(amount.value()))
                .role();
    }

    /** One tier up; at the top the top again. */
    public static String above(String role, PolicyValues policies) {
        List<String> roles = roles(policies);
        return roles.get(Math.min(roles.indexOf(role) + 1, roles.size() - 1));
    }

    /** Whether an approver stands at least as high as a role. Without a tier of his own his limit gives him one. */
    public static boolean reaches(Actor approver, String role, PolicyValues policies) {
        return place(approver, tiers(policies)) >= roles(policies).indexOf(role);
    }

    /** Whether an amount lies within what an approver may decide. */
    public static boolean isWithin(@Nullable Money amount, Actor approver, PolicyValues policies) {
        PolicyValue.Tiers tiers = tiers(policies);
        int place = place(approver, tiers);
        if (place < 0) {
            return false;
        }
        if (amount == null) {
            return true;
        }
        BigDecimal bound = tiers.tiers().get(place).upTo();
        BigDecimal limit = approver.limit();
        return (bound == null || amount.value().compareTo(bound) <= 0)
                && (limit == null || amount.value().compareTo(limit) <= 0);
    }

    /** The highest tier of his roles. {@code admin} has none: his limit alone gives him one. */
    private static int place(Actor approver, PolicyValue.Tiers tiers) {
        int place = approver.roles().stream().mapToInt(tiers::placeOf).max().orElse(-1);
        BigDecimal limit = approver.limit();
        return place < 0 && approver.isAny() && limit != null ? tiers.placeOf(limit) : place;
    }

    private static PolicyValue.Tiers tiers(PolicyValues policies) {
        return policies.tiers(KEY);
    }
}
