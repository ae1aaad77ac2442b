package io.huiyin.report.action;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of an improvement action. */
public sealed interface ImprovementActionCommand {

    record ProposeAction(
            String number,
            String problem,
            Origin origin,
            @Nullable String requirement,
            @Nullable String note) implements ImprovementActionCommand {}

    /**
     * Gives it to somebody, or to somebody else.
     *
     * @param requirement what is to be reached; that of the proposal where none is given
     * @param reason why it is given anew, or until another day
     */
    record AssignAction(
            String department,
            String person,
            @Nullable String requirement,
            LocalDate dueOn,
            String verifyingDepartment,
            String verifier,
            @Nullable String reason,
            @Nullable String note)
            implements ImprovementActionCommand {}

    record StartAction(@Nullable String note) implements ImprovementActionCommand {}

    record ReportDone(
            String result, List<String> evidence, @Nullable String note) implements ImprovementActionCommand {}

    record VerifyAction(
            boolean effective, String effect, @Nullable String note) implements ImprovementActionCommand {}

    record ReportToDirector(
            @Nullable String director,
            String text,
            @Nullable String note) implements ImprovementActionCommand {}

    record InformCustomer(
            String channel, String text, @Nullable String note) implements ImprovementActionCommand {}

    record CloseAction(@Nullable String note) implements ImprovementActionCommand {}

    record CancelAction(String reason, @Nullable String note) implements ImprovementActionCommand {}
}
