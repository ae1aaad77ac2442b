package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The severity says which level decides on a disposition; the higher level may decide what the lower one may, never the other way
 * round. NCR-21; values {@code ncr.authority}.
 */
public final class ReviewAuthority {

    /** From the lowest to the highest. */
    private static final List<String> LEVELS = List.of("mrb-site", "mrb-company");

    private static final String KEY = "ncr.authority";

    private ReviewAuthority() {}

    /** The level of a severity; the highest where the profile names none. */
    public static String level(String severity, PolicyValues policies) {
        return policies.byName(KEY).names().getOrDefault(severity, LEVELS.getLast());
    }

    public static PolicyRef policy(PolicyValues policies) {
        return policies.ref(KEY);
    }

    /** The role in which somebody may decide at a level, the level's own first; null when he may not. */
    public static @Nullable String roleOf(Actor actor, String level) {
        int lowest = LEVELS.indexOf(level);
        return LEVELS.stream()
                .filter(role -> LEVELS.indexOf(role) >= lowest && actor.isAny(role))
                .findFirst()
                .orElse(null);
    }
}
