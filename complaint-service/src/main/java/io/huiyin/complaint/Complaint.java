package io.huiyin.complaint;

import io.huiyin.complaint.rules.OverdueControl;
import io.huiyin.complaint.rules.OverdueControl.Raised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A complaint folded from its events. */
public sealed interface Complaint {

    /** Nothing has been filed. */
    record Unfiled() implements Complaint {}

    /**
     * A case.
     *
     * @param liability who is liable, once that is determined
     * @param settlement what the customer is to be offered, once that is proposed
     * @param history what only imported cases have
     */
    record Case(
            String number,
            ComplaintStatus status,
            Filing filing,
            Intake intake,
            Clocks clocks,
            Handling handling,
            @Nullable Liability liability,
            @Nullable Settlement settlement,
            CustomerSide customerSide,
            Links links,
            Ending ending,
            @Nullable Historical history)
            implements Complaint {

        /** When time itself next asks something of it; null for never. */
        public @Nullable Instant nextDueAt() {
            return status.isOpen() ? clocks.nextAt() : null;
        }

        Case standing(ComplaintStatus now) {
            return new Case(
                    number,
                    now,
                    filing,
                    intake,
                    clocks,
                    handling,
                    liability,
                    settlement,
                    customerSide,
                    links,
                    ending,
                    history);
        }

        Case with(Filing now) {
            return new Case(
                    number,
                    status,
                    now,
                    intake,
                    clocks,
                    handling,
                    liability,
                    settlement,
                    customerSide,
                    links,
                    ending,
                    history);
        }

        Case with(Intake now) {
            return new Case(
                    number,
                    status,
                    filing,
                    now,
                    clocks,
                    handling,
                    liability,
                    settlement,
                    customerSide,
                    links,
                    ending,
                    history);
        }

        Case with(Clocks now) {
            return new Case(
                    number,
                    status,
                    filing,
                    intake,
                    now,
                    handling,
                    liability,
                    settlement,
                    customerSide,
                    links,
                    ending,
                    history);
        }

        Case with(Handling now) {
            return new Case(
                    number,
                    status,
                    filing,
                    intake,
                    clocks,
                    now,
                    liability,
                    settlement,
                    customerSide,
                    links,
                    ending,
                    history);
        }

        Case with(Liability now) {
            return new Case(
                    number,
                    status,
                    filing,
                    intake,
                    clocks,
                    handling,
                    now,
                    settlement,
                    customerSide,
                    links,
                    ending,
                    history);
        }

        Case with(@Nullable Settlement now) {
            return new Case(
                    number,
                    status,
                    filing,
                    intake,
                    clocks,
                    handling,
                    liability,
                    now,
                    customerSide,
                    links,
                    ending,
                    history);
        }

        /** The same case with nothing offered. */
        Case unsettled() {
            return with((Settlement) null);
        }

        Case with(CustomerSide now) {
            return new Case(
                    number,
                    status,
                    filing,
                    intake,
                    clocks,
                    handling,
                    liability,
                    settlement,
                    now,
                    links,
                    ending,
                    history);
        }

        Case with(Links now) {
            return new Case(
                    number,
                    status,
                    filing,
                    intake,
                    clocks,
                    handling,
                    liability,
                    settlement,
                    customerSide,
                    now,
                    ending,
                    history);
        }

        Case with(Ending now) {
            return new Case(
                    number,
                    status,
                    filing,
                    intake,
                    clocks,
                    handling,
                    liability,
                    settlement,
                    customerSide,
                    links,
                    now,
                    history);
        }

        Case with(@Nullable Historical now) {
            return new Case(
                    number,
                    status,
                    filing,
                    intake,
                    clocks,
                    handling,
                    liability,
                    settlement,
                    customerSide,
                    links,
                    ending,
                    now);
        }
    }

    /**
     * What is still to be clarified.
     *
     * @param missing names of the facts that are still missing (CMP-03)
     * @param question what the customer was asked and has not answered
     */
    record Intake(List<String> missing, @Nullable String question) {

        static final Intake COMPLETE = new Intake(List.of(), null);

        boolean isComplete() {
            return missing.isEmpty() && question == null;
        }
    }

    /** A promise, whether it has been kept or has no object any more, and what has come of it. */
    record Clock(Deadline promised, boolean stopped, Raised raised) {

        Clock(Deadline promised, boolean stopped) {
            this(promised, stopped, Raised.NOTHING);
        }

        Clock stop() {
            return new Clock(promised, true, raised);
        }

        Clock raised(Raised now) {
            return new Clock(promised, stopped, now);
        }

        /** What comes next of it; null when nothing does. */
        OverdueControl.@Nullable Next next() {
            return stopped ? null : OverdueControl.next(promised, raised);
        }
    }

    /** The case waits for somebody outside. */
    record Hold(String reason, String waitingFor, Instant since) {}

    /** The promises of a case, and whether their clocks stand still. */
    record Clocks(List<Clock> running, @Nullable Hold hold) {

        static final Clocks NONE = new Clocks(List.of(), null);

        Clocks started(List<Deadline> promises) {
            List<Clock> all = new ArrayList<>(running);
            promises.forEach(promise -> all.add(new Clock(promise, false)));
            return new Clocks(List.copyOf(all), hold);
        }

        /** An event may be what some of them waited for. */
        Clocks after(ComplaintEvent event) {
            return map(clock -> !clock.stopped()
                            && Milestones.isEndedBy(
                                    event,
                                    clock.promised().milestone(),
                                    clock.promised().department())
                    ? clock.stop()
                    : clock);
        }

        /** Nobody is waited for any more. */
        Clocks notHeld() {
            return new Clocks(running, null);
        }

        /** Something came of the promise that was made last of a milestone. */
        Clocks raised(String milestone, @Nullable String department, UnaryOperator<Raised> change) {
            Clock last = last(milestone, department);
            return map(clock -> clock.equals(last) ? clock.raised(change.apply(clock.raised())) : clock);
        }

        /** Another date takes the place of the one that was promised last; of that one nothing has come yet. */
        Clocks agreed(Deadline promise) {
            Clock last = last(promise.milestone(), promise.department());
            return map(clock -> clock.equals(last) ? new Clock(promise, false) : clock);
        }

        /** The one of a milestone that was started last. */
        @Nullable
        Clock last(String milestone, @Nullable String department) {
            return running.stream()
                    .filter(clock -> clock.promised().milestone().equals(milestone)
                            && Objects.equals(clock.promised().department(), department))
                    .reduce((earlier, later) -> later)
                    .orElse(null);
        }

        private Clocks map(UnaryOperator<Clock> change) {
            return new Clocks(running.stream().map(change).toList(), hold);
        }

        /**
         * The clocks with their new limits; none of them is held any more.
         *
         * @param stood how long they stood still
         */
        Clocks resumed(List<Deadline> moved, Duration stood) {
            return new Clocks(
                    running.stream()
                            .map(clock -> clock.stopped() ? clock : moved(clock, moved, stood))
                            .toList(),
                    null);
        }

        private static Clock moved(Clock clock, List<Deadline> moved, Duration stood) {
            Raised raised = clock.raised().withStanding(stood);
            return moved.stream()
                    .filter(promise -> promise.isLike(clock.promised()))
                    .findFirst()
                    .map(promise -> new Clock(promise, false, raised))
                    .orElse(clock.raised(raised));
        }

        /** When time itself next asks something of the case; null for never, and while it is held. */
        @Nullable
        Instant nextAt() {
            return hold != null
                    ? null
                    : running.stream()
                            .map(Clock::next)
                            .filter(Objects::nonNull)
                            .map(OverdueControl.Next::at)
                            .min(Comparator.naturalOrder())
                            .orElse(null);
        }

        Clocks held(Hold now) {
            return new Clocks(running, now);
        }

        /** The promises whose clocks run. */
        public List<Deadline> open() {
            return running.stream()
                    .filter(clock -> !clock.stopped())
                    .map(Clock::promised)
                    .toList();
        }

        /** Of each milestone the promise made last. */
        List<Clock> latest() {
            Map<String, Clock> latest = new LinkedHashMap<>();
            running.forEach(clock -> latest.put(
                    clock.promised().milestone() + "/" + clock.promised().department(), clock));
            return List.copyOf(latest.values());
        }

        @Nullable
        Deadline promise(String milestone) {
            Clock last = last(milestone, null);
            return last == null ? null : last.promised();
        }
    }

    /**
     * Who works on it and how far the investigation is.
     *
     * @param priority 1 is the most urgent
     * @param findings how many have been recorded
     * @param round 1 at first; a refiled or reopened case begins another
     * @param holder the department whose step it is
     */
    record Handling(
            @Nullable String handler,
            @Nullable Integer priority,
            @Nullable String causeClass,
            List<String> departments,
            int findings,
            int round,
            @Nullable String holder) {

        static final Handling NEW = new Handling(null, null, null, List.of(), 0, 1, null);

        Handling by(@Nullable String now) {
            return new Handling(now, priority, causeClass, departments, findings, round, holder);
        }

        Handling classified(int nowPriority, String nowCauseClass) {
            return new Handling(handler, nowPriority, nowCauseClass, departments, findings, round, holder);
        }

        Handling of(List<String> nowDepartments) {
            return new Handling(handler, priority, causeClass, nowDepartments, findings, round, holder);
        }

        Handling found() {
            return new Handling(handler, priority, causeClass, departments, findings + 1, round, holder);
        }

        Handling inRound(int now) {
            return new Handling(handler, priority, causeClass, departments, findings, now, holder);
        }

        Handling heldBy(@Nullable String department) {
            return new Handling(handler, priority, causeClass, departments, findings, round, department);
        }
    }

    /**
     * Who is liable (CMP-33).
     *
     * @param party own, customer, transport, supplier, shared or none
     * @param cause quality, service, handling, misuse or other
     */
    record Liability(
            String party, String cause, @Nullable String department, String reason, boolean improvementTracked) {}

    /**
     * What the customer is to be offered.
     *
     * @param tier the role whose approval it waits for, or that it had to have
     */
    record Settlement(
            int round,
            String type,
            @Nullable Money amount,
            String description,
            String tier,
            boolean approved,
            @Nullable String opinion) {

        Settlement approvedWith(String said) {
            return new Settlement(round, type, amount, description, tier, true, said);
        }

        Settlement returnedWith(String said) {
            return new Settlement(round, type, amount, description, tier, false, said);
        }

        Settlement pendingAt(String higher) {
            return new Settlement(round, type, amount, description, higher, false, opinion);
        }
    }

    /**
     * What the customer has been told and has answered.
     *
     * @param decision {@code accepted} or {@code rejected}, of the offer he was last told
     * @param everRejected whether he rejected any
     * @param finalAnswer what he was told in the end when no agreement came about
     */
    record CustomerSide(
            boolean informed,
            @Nullable String decision,
            @Nullable String opinion,
            boolean everRejected,
            @Nullable String finalAnswer,
            boolean verified) {

        static final CustomerSide UNTOLD = new CustomerSide(false, null, null, false, null, false);

        static final String ACCEPTED = "accepted";
        static final String REJECTED = "rejected";

        CustomerSide told() {
            return new CustomerSide(true, null, opinion, everRejected, finalAnswer, verified);
        }

        CustomerSide accepting(@Nullable String said) {
            return new CustomerSide(informed, ACCEPTED, said, everRejected, finalAnswer, verified);
        }

        CustomerSide rejecting(@Nullable String said) {
            return new CustomerSide(informed, REJECTED, said, true, finalAnswer, verified);
        }

        CustomerSide answered(String text) {
            return new CustomerSide(informed, decision, opinion, everRejected, text, verified);
        }

        CustomerSide checked(boolean now, @Nullable String said) {
            return new CustomerSide(informed, decision, said != null ? said : opinion, everRejected, finalAnswer, now);
        }

        /** Nothing of a new round has been told him yet. */
        CustomerSide anew() {
            return new CustomerSide(false, null, null, everRejected, null, false);
        }

        /** Whether he agreed, or was given the final answer. */
        public static boolean isDecided(CustomerSide side) {
            return ACCEPTED.equals(side.decision()) || side.finalAnswer() != null;
        }

        /** Yes once he rejected a settlement, no when he only ever accepted, unknown while unasked. */
        String disputed() {
            return everRejected ? "yes" : decision == null ? "unknown" : "no";
        }
    }

    /** A nonconformity this case is linked to, and how far it is. */
    record NonconformityLink(UUID nonconformityId, String number, String stage) {}

    /** What the case is linked to. */
    record Links(
            List<NonconformityLink> nonconformities,
            List<UUID> followUpIds,
            @Nullable UUID originFollowUpId) {

        static final Links NONE = new Links(List.of(), List.of(), null);

        Links noting(NonconformityLink link) {
            List<NonconformityLink> others = new ArrayList<>(nonconformities.stream()
                    .filter(one -> !one.nonconformityId().equals(link.nonconformityId()))
                    .toList());
            others.add(link);
            return new Links(List.copyOf(others), followUpIds, originFollowUpId);
        }

        Links followedUpBy(UUID followUp) {
            List<UUID> all = new ArrayList<>(followUpIds);
            all.add(followUp);
            return new Links(nonconformities, List.copyOf(all), originFollowUpId);
        }

        List<UUID> nonconformityIds() {
            return nonconformities.stream()
                    .map(NonconformityLink::nonconformityId)
                    .toList();
        }
    }

    /**
     * How it ended.
     *
     * @param endings how often it has been closed or declined
     */
    record Ending(
            int endings,
            @Nullable Instant closedAt,
            @Nullable String declinedBecause,
            @Nullable String answer) {

        static final Ending NONE = new Ending(0, null, null, null);

        Ending closed(Instant at) {
            return new Ending(endings + 1, at, declinedBecause, answer);
        }

        Ending declined(String reason, String told) {
            return new Ending(endings + 1, closedAt, reason, told);
        }

        Ending reopened() {
            return new Ending(endings, null, null, null);
        }
    }

    /** What an imported case brings from its former system. */
    record Historical(
            @Nullable String outcome,
            String timely,
            String disputed,
            List<String> flags,
            @Nullable Instant forwardedAt) {

        Historical forwardedAt(Instant at) {
            return new Historical(outcome, timely, disputed, flags, at);
        }
    }
}
