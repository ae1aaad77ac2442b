package io.huiyin.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complaint folded from its events. */
public sealed interface Complaint {

    /** Nothing has been filed. */
    record Unfiled() implements Complaint {}

    /**
     * A case.
     *
     * @param missing names of the facts that are still missing (CMP-03)
     * @param replied whether the sender has heard from us: the first-reply clock has stopped
     * @param history what only imported cases have
     */
    record Case(
            String number,
            ComplaintStatus status,
            Filing filing,
            List<String> missing,
            List<Deadline> deadlines,
            boolean replied,
            @Nullable String question,
            @Nullable String handler,
            @Nullable String declinedBecause,
            @Nullable String answer,
            @Nullable Instant closedAt,
            @Nullable Historical history)
            implements Complaint {

        Case standing(ComplaintStatus now) {
            return new Case(
                    number,
                    now,
                    filing,
                    missing,
                    deadlines,
                    replied,
                    question,
                    handler,
                    declinedBecause,
                    answer,
                    closedAt,
                    history);
        }

        Case saying(Filing now, List<String> stillMissing) {
            return new Case(
                    number,
                    status,
                    now,
                    stillMissing,
                    deadlines,
                    replied,
                    question,
                    handler,
                    declinedBecause,
                    answer,
                    closedAt,
                    history);
        }

        Case asked(@Nullable String nowAsked) {
            return new Case(
                    number,
                    status,
                    filing,
                    missing,
                    deadlines,
                    replied || nowAsked != null,
                    nowAsked,
                    handler,
                    declinedBecause,
                    answer,
                    closedAt,
                    history);
        }

        Case handledBy(@Nullable String nowHandler) {
            return new Case(
                    number,
                    status,
                    filing,
                    missing,
                    deadlines,
                    replied,
                    question,
                    nowHandler,
                    declinedBecause,
                    answer,
                    closedAt,
                    history);
        }

        Case declined(String reason, String told) {
            return new Case(
                    number,
                    ComplaintStatus.DECLINED,
                    filing,
                    missing,
                    deadlines,
                    true,
                    question,
                    handler,
                    reason,
                    told,
                    closedAt,
                    history);
        }

        Case closed(Instant at) {
            return new Case(
                    number,
                    ComplaintStatus.CLOSED,
                    filing,
                    missing,
                    deadlines,
                    replied,
                    question,
                    handler,
                    declinedBecause,
                    answer,
                    at,
                    history);
        }

        Case forwarded(Instant at) {
            Historical before = history;
            return new Case(
                    number,
                    status,
                    filing,
                    missing,
                    deadlines,
                    replied,
                    question,
                    handler,
                    declinedBecause,
                    answer,
                    closedAt,
                    before == null ? null : before.forwardedAt(at));
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
