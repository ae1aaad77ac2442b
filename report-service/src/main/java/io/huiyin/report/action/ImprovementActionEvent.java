package io.huiyin.report.action;

import io.huiyin.kernel.event.EventName;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.report.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about one improvement action. A record may be renamed; its event name may not. */
public sealed interface ImprovementActionEvent {

    /** Something is to be improved. Whether a customer is told of it is promised here, by the policy named. */
    @EventName("improvement-action-proposed")
    record Proposed(
            String number,
            String problem,
            Origin origin,
            @Nullable String requirement,
            boolean informCustomer,
            PolicyRef policy,
            Instant proposedAt,
            Person proposedBy,
            @Nullable String note)
            implements ImprovementActionEvent {}

    /** Somebody answers for it until a day; {@code reason} says why, where somebody did already. */
    @EventName("improvement-action-assigned")
    record Assigned(
            String number,
            String department,
            String person,
            String requirement,
            LocalDate dueOn,
            String verifyingDepartment,
            String verifier,
            Instant assignedAt,
            Person assignedBy,
            @Nullable String reason,
            @Nullable String note)
            implements ImprovementActionEvent {}

    @EventName("improvement-action-started")
    record Started(
            Instant startedAt, Person startedBy, @Nullable String note) implements ImprovementActionEvent {}

    /** What was done; whether it helped is for the verifier to say. */
    @EventName("improvement-action-done")
    record Done(
            int round,
            String result,
            List<String> evidence,
            Instant doneAt,
            Person doneBy,
            @Nullable String note) implements ImprovementActionEvent {}

    /** It helped. */
    @EventName("improvement-action-verified")
    record Verified(
            String number,
            Origin origin,
            int round,
            String effect,
            LocalDate dueOn,
            Instant verifiedAt,
            Person verifiedBy,
            @Nullable String note)
            implements ImprovementActionEvent {}

    /** It did not help; the work goes on. */
    @EventName("improvement-action-found-ineffective")
    record FoundIneffective(
            int round,
            String effect,
            Instant verifiedAt,
            Person verifiedBy,
            @Nullable String note) implements ImprovementActionEvent {}

    /** The factory director was told the result. */
    @EventName("improvement-action-reported")
    record Reported(
            @Nullable String director,
            String text,
            Instant reportedAt,
            Person reportedBy,
            @Nullable String note) implements ImprovementActionEvent {}

    /** Who complained was told the result. */
    @EventName("improvement-action-customer-informed")
    record CustomerInformed(
            String channel,
            String text,
            Instant informedAt,
            Person informedBy,
            @Nullable String note) implements ImprovementActionEvent {}

    @EventName("improvement-action-closed")
    record Closed(
            String number,
            Origin origin,
            Instant closedAt,
            Person closedBy,
            @Nullable String note) implements ImprovementActionEvent {}

    /** It was no action after all. */
    @EventName("improvement-action-cancelled")
    record Cancelled(
            String number,
            Origin origin,
            String reason,
            Instant cancelledAt,
            Person cancelledBy,
            @Nullable String note) implements ImprovementActionEvent {}
}
