package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.policy.PolicyValues;
import java.util.List;

/**
 * Quality inspects again what was reworked; of the categories that the profile names, the manufacturing departments inspect their own
 * work too. NCR-74, NCR-35; value {@code ncr.selfInspection}.
 */
public final class SelfInspection {

    private static final String KEY = "ncr.selfInspection";
    private static final String MANUFACTURING = "production";

    private SelfInspection() {}

    /** Whether somebody may inspect items of a category. */
    public static boolean mayInspect(Actor actor, String category, PolicyValues policies) {
        return isInspector(actor)
                || (actor.isAny(MANUFACTURING) && categories(policies).contains(category));
    }

    /** Whether somebody may inspect items of any category. */
    public static boolean mayInspectAny(Actor actor, PolicyValues policies) {
        return isInspector(actor)
                || (actor.isAny(MANUFACTURING) && !categories(policies).isEmpty());
    }

    private static boolean isInspector(Actor actor) {
        return actor.isAny("quality", "inspector");
    }

    private static List<String> categories(PolicyValues policies) {
        return policies.names(KEY).names();
    }
}
