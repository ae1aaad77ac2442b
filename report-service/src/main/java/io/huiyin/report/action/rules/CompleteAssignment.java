package io.huiyin.report.action.rules;

import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.report.action.ImprovementAction;
import io.huiyin.report.action.ImprovementActionCommand.AssignAction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * For every problem the responsible department and person, the requirement, the due date, the verifying department and the verifier
 * are set; the due date does not lie in the past, and whoever gives an assigned action to somebody else, or another date, says why
 * (RPT-04).
 */
public final class CompleteAssignment {

    private static final int LAST_YEAR = 9999;

    private CompleteAssignment() {}

    /**
     * Looks at an assignment.
     *
     * @return what is to be reached: as it says, or as the proposal said
     * @throws InvalidInput naming what is missing or cannot be
     */
    public static String requirement(AssignAction command, ImprovementAction.Known action, Context context) {
        List<FieldFault> faults = new ArrayList<>();
        given("/department", command.department(), faults);
        given("/person", command.person(), faults);
        given("/verifyingDepartment", command.verifyingDepartment(), faults);
        given("/verifier", command.verifier(), faults);
        String requirement = Stream.of(command.requirement(), action.proposal().requirement())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        given("/requirement", requirement, faults);
        LocalDate today = Overdue.today(context.now(), context.policies());
        if (command.dueOn().isBefore(today) || command.dueOn().getYear() > LAST_YEAR) {
            faults.add(new FieldFault("/dueOn", "must be today or later"));
        }
        String reason = command.reason();
        if (action instanceof ImprovementAction.Given && (reason == null || reason.isBlank())) {
            faults.add(new FieldFault("/reason", "must be given when an action is assigned anew"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return requirement;
    }

    private static void given(String pointer, String text, List<FieldFault> faults) {
        if (text.isBlank()) {
            faults.add(new FieldFault(pointer, "must be given"));
        }
    }
}
