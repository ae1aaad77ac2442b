package io.huiyin.report.action.rules;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.report.action.ImprovementAction;
import io.huiyin.report.action.ImprovementActionRefusal;

/** The verifier is another than the person responsible, and another than who did it (X-15, RPT-04). */
public final class VerifierIsAnother {

    private VerifierIsAnother() {}

    /**
     * Looks at the two who are named.
     *
     * @throws Refused when they are the same
     */
    public static void named(String person, String verifier) {
        if (person.equals(verifier)) {
            throw new Refused(ImprovementActionRefusal.VERIFIER_IS_RESPONSIBLE, verifier);
        }
    }

    /**
     * Looks at who verifies.
     *
     * @throws Refused when he is responsible, or did it
     */
    public static void acts(ImprovementAction.ToVerify action, Actor actor) {
        boolean responsible = actor.id().equals(action.task().assignment().person());
        boolean did = actor.id().equals(action.done().doneBy().id());
        if (responsible || did) {
            throw new Refused(ImprovementActionRefusal.VERIFIER_IS_RESPONSIBLE, actor.id());
        }
    }
}
