package io.huiyin.report.action.rules;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.report.action.ImprovementAction.Assignment;
import io.huiyin.report.action.ImprovementActionRefusal;

/** An action is verified by the verifier it names, or by quality of the verifying department in his place (RPT-04, RPT-06). */
public final class OnlyTheVerifierVerifies {

    private OnlyTheVerifierVerifies() {}

    /**
     * Looks at who verifies.
     *
     * @throws Refused when he is none of them
     */
    public static void check(Assignment assignment, Actor actor) {
        boolean named = actor.id().equals(assignment.verifier());
        boolean inHisPlace = actor.roles().contains("quality")
                && assignment.verifyingDepartment().equals(actor.department());
        boolean everyOperation = actor.roles().contains("admin");
        if (!named && !inHisPlace && !everyOperation) {
            throw new Refused(ImprovementActionRefusal.NOT_THE_VERIFIER, "it is for " + assignment.verifier());
        }
    }
}
