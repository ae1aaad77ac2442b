package io.huiyin.report.action.rules;

import io.huiyin.kernel.decide.Refused;
import io.huiyin.report.action.ImprovementAction;
import io.huiyin.report.action.ImprovementAction.Cancelled;
import io.huiyin.report.action.ImprovementAction.Closed;
import io.huiyin.report.action.ImprovementAction.NotProposed;
import io.huiyin.report.action.ImprovementAction.Reported;
import io.huiyin.report.action.ImprovementAction.Verified;
import io.huiyin.report.action.ImprovementActionRefusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No action is closed without a result that was verified as effective, without the director told, nor without the customer told where
 * one waits (X-11, X-12, RPT-06).
 */
public final class ClosedLoop {

    private ClosedLoop() {}

    /**
     * The action that may be closed.
     *
     * @throws Refused naming everything that is unmet
     */
    public static Reported of(ImprovementAction action) {
        List<String> unmet = unmet(action);
        if (unmet.isEmpty() && action instanceof Reported reported) {
            return reported;
        }
        throw new Refused(
                ImprovementActionRefusal.LOOP_OPEN,
                unmet.isEmpty() ? "it is " + ActionWorkflow.status(action) : "unmet: " + String.join(", ", unmet));
    }

    private static List<String> unmet(ImprovementAction action) {
        return switch (action) {
            case Reported reported -> unmet(reported, true, true, reported.customer());
            case Verified verified -> unmet(verified, true, false, verified.customer());
            case Closed closed -> List.of();
            case Cancelled cancelled -> List.of();
            case NotProposed none -> List.of();
            case ImprovementAction.Known known -> unmet(known, false, false, null);
        };
    }

    private static List<String> unmet(
            ImprovementAction.Known action,
            boolean verified,
            boolean director,
            ImprovementAction.@Nullable Informed customer) {
        List<String> unmet = new ArrayList<>();
        if (!verified) {
            unmet.add("verified as effective");
        }
        if (!director) {
            unmet.add("director told");
        }
        if (action.proposal().informCustomer() && customer == null) {
            unmet.add("customer informed");
        }
        return unmet;
    }
}
