package io.huiyin.complaint;

import io.huiyin.kernel.event.Backdated;
import io.huiyin.kernel.event.EventName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about one complaint. A record may be renamed; its event name may not. */
public sealed interface ComplaintEvent {

    /** A complaint was filed. */
    @EventName("complaint-registered")
    record ComplaintRegistered(
            String number,
            String status,
            String channel,
            Instant receivedAt,
            @Nullable Source source,
            boolean anonymous,
            boolean replyOnly,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region,
            String description,
            @Nullable String demand,
            List<String> missing,
            List<Deadline> deadlines)
            implements ComplaintEvent, Backdated {

        @Override
        public Instant occurredAt() {
            return receivedAt;
        }
    }

    /** The customer was asked. */
    @EventName("complaint-clarification-asked")
    record ClarificationAsked(String question, @Nullable String note) implements ComplaintEvent {}

    /** What was missing has been given. */
    @EventName("complaint-clarified")
    record ComplaintClarified(
            @Nullable String channel,
            @Nullable Boolean replyOnly,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region,
            @Nullable String description,
            @Nullable String demand,
            @Nullable String answer,
            List<String> missing,
            @Nullable String note)
            implements ComplaintEvent {}

    /** Fields were corrected. */
    @EventName("complaint-corrected")
    record ComplaintCorrected(
            String reason,
            @Nullable String channel,
            @Nullable Instant receivedAt,
            @Nullable Boolean replyOnly,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region,
            @Nullable String description,
            @Nullable String demand,
            @Nullable String note)
            implements ComplaintEvent {}

    /** The owning desk took charge. */
    @EventName("complaint-accepted")
    record ComplaintAccepted(
            @Nullable String handler, @Nullable String note) implements ComplaintEvent {}

    /** The entry is no genuine complaint; the sender was answered. */
    @EventName("complaint-declined")
    record ComplaintDeclined(
            String reason, String answer, @Nullable String note) implements ComplaintEvent {}

    /** A historical case was taken over. */
    @EventName("complaint-imported")
    record ComplaintImported(
            String number,
            UUID importId,
            long row,
            boolean historical,
            Source source,
            Instant receivedAt,
            @Nullable String channel,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String subIssue,
            @Nullable String region,
            @Nullable String company,
            @Nullable String description,
            @Nullable String outcome,
            String timely,
            String disputed,
            List<String> flags)
            implements ComplaintEvent, Backdated {

        @Override
        public Instant occurredAt() {
            return receivedAt;
        }
    }

    /** A historical case was passed on to the party that answers for it. */
    @EventName("complaint-forwarded")
    record ComplaintForwarded(Instant forwardedAt, boolean historical) implements ComplaintEvent, Backdated {

        @Override
        public Instant occurredAt() {
            return forwardedAt;
        }
    }

    /** The case was closed. */
    @EventName("complaint-closed")
    record ComplaintClosed(Instant closedAt, boolean historical) implements ComplaintEvent, Backdated {

        @Override
        public Instant occurredAt() {
            return closedAt;
        }
    }
}
