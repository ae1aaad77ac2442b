package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The severity says which level decides on a disposition, the profile which role decides at a level; the higher level may decide what
 * the lower one may, never the other way round. NCR-20, NCR-21; values {@code ncr.authority}, {@code ncr.authority.roles}.
 */
public final class ReviewAuthority {

    /** From the lowest to the highest. */
    private static final List<String> LEVELS = List.of("mrb-site", "mrb-company");

    private static final String KEY = "ncr.authority";
    private static final String ROLES = "ncr.authority.roles";

    private ReviewAuthority() {}

    /** The level of a severity; the highest where the profile names none. */
    public static String level(String severity, PolicyValues policies) {
        return policies.byName(KEY).names().getOrDefault(severity, LEVELS.getLast());
    }

    public static PolicyRef policy(PolicyValues policies) {
        return policies.ref(KEY);
    }

    /** Who decides at a level. */
    public static String role(String level, PolicyValues policies) {
        return policies.byName(ROLES).names().getOrDefault(level, level);
    }

    /** Who decides at any level, the lowest level's first. */
    public static List<String> roles(PolicyValues policies) {
        return LEVELS.stream().map(level -> role(level, policies)).distinct().toList();
    }

    /** The level at which somebody may decide what a level decides, that level first; null when he may not. */
    public static @Nullable String levelOf(Actor actor, String level, PolicyValues policies) {
        return LEVELS.subList(LEVELS.indexOf(level), LEVELS.size()).stream()
                .filter(each -> actor.isAny(role(each, policies)))
                .findFirst()
                .orElse(null);
    }
}
