package io.huiyin.followup.task.rules;

import io.huiyin.kernel.decide.Actor;
import java.util.Comparator;
import java.util.List;

/** A task is taken by who has its role or a higher one, never by a lower one. FUP-09. */
public final class HigherRoleMayTakeOver {

    /** From the lowest to the highest. */
    public static final List<String> RANKS = List.of("followup-agent", "followup-supervisor", "leader");

    static final Comparator<String> BY_RANK = Comparator.comparingInt(RANKS::indexOf);

    private HigherRoleMayTakeOver() {}

    public static boolean mayTake(Actor actor, String assigneeRole) {
        return takes(actor).contains(assigneeRole);
    }

    /** The roles whose tasks he may take. */
    public static List<String> takes(Actor actor) {
        for (int rank = RANKS.size() - 1; rank >= 0; rank--) {
            if (actor.isAny(RANKS.get(rank))) {
                return RANKS.subList(0, rank + 1);
            }
        }
        return List.of();
    }
}
