package io.huiyin.report.action.rules;

import io.huiyin.kernel.decide.Refused;
import io.huiyin.report.action.ImprovementAction;
import io.huiyin.report.action.ImprovementAction.Assigned;
import io.huiyin.report.action.ImprovementAction.InProgress;
import io.huiyin.report.action.ImprovementAction.Known;
import io.huiyin.report.action.ImprovementAction.NotProposed;
import io.huiyin.report.action.ImprovementAction.Proposed;
import io.huiyin.report.action.ImprovementAction.Reported;
import io.huiyin.report.action.ImprovementAction.ToVerify;
import io.huiyin.report.action.ImprovementAction.Verified;
import io.huiyin.report.action.ImprovementActionRefusal;

/**
 * An action is proposed, assigned, in progress, to be verified, verified, reported and closed, in this order; found ineffective it is
 * in progress again; until it is reported done it can be assigned anew or cancelled (RPT-39, RPT-06).
 */
public final class ActionWorkflow {

    private ActionWorkflow() {}

    /** The action that is to be given to somebody. */
    public static Known assignable(ImprovementAction action) {
        return notDone(action, ImprovementActionRefusal.NOT_ASSIGNABLE);
    }

    /** The action that is to be started. */
    public static Assigned assigned(ImprovementAction action) {
        if (action instanceof Assigned assigned) {
            return assigned;
        }
        throw refused(ImprovementActionRefusal.NOT_ASSIGNED, action);
    }

    /** The action that is to be reported done. */
    public static InProgress inProgress(ImprovementAction action) {
        if (action instanceof InProgress working) {
            return working;
        }
        throw refused(ImprovementActionRefusal.NOT_IN_PROGRESS, action);
    }

    /** The action that is to be verified. */
    public static ToVerify toVerify(ImprovementAction action) {
        if (action instanceof ToVerify waiting) {
            return waiting;
        }
        throw refused(ImprovementActionRefusal.NOT_TO_VERIFY, action);
    }

    /** The action whose result the director is to be told. */
    public static Verified verified(ImprovementAction action) {
        if (action instanceof Verified verified) {
            return verified;
        }
        throw refused(ImprovementActionRefusal.NOT_VERIFIED, action);
    }

    /** The action whose result a customer is to be told, before the director or after him. */
    public static void known(ImprovementAction action) {
        if (!(action instanceof Verified) && !(action instanceof Reported)) {
            throw refused(ImprovementActionRefusal.NOT_VERIFIED, action);
        }
    }

    /** The action that was none. */
    public static Known cancellable(ImprovementAction action) {
        return notDone(action, ImprovementActionRefusal.NOT_CANCELLABLE);
    }

    private static Known notDone(ImprovementAction action, ImprovementActionRefusal otherwise) {
        return switch (action) {
            case Proposed proposed -> proposed;
            case Assigned assigned -> assigned;
            case InProgress working -> working;
            case NotProposed none -> throw refused(otherwise, action);
            case Known known -> throw refused(otherwise, action);
        };
    }

    private static Refused refused(ImprovementActionRefusal refusal, ImprovementAction action) {
        return new Refused(refusal, "it is " + status(action));
    }

    static String status(ImprovementAction action) {
        return switch (action) {
            case NotProposed none -> "not proposed";
            case Known known -> known.status().wire();
        };
    }
}
